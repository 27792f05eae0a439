import type { JsonObject } from '../json.ts'

/** Whether FusionAuth keeps what a lambda writes to a parameter. */
export type Mutability = 'mutable' | 'read-only'

/** One parameter of a lambda type's function, in its position. */
export interface ParameterInfo {
  readonly name: string
  readonly mutability: Mutability
  /** The first FusionAuth version that passes it; null where it was always there. */
  readonly since: string | null
  readonly meaning: string
  /** FusionAuth may pass `undefined` here. */
  readonly mayBeUndefined: boolean
}

/** A realistic input of a lambda type, keyed by parameter name. */
export interface Sample {
  readonly name: string
  readonly input: JsonObject
}

/** Everything the catalogue says about one lambda type. */
export interface LambdaTypeInfo {
  /** FusionAuth's own name, as it stands in `lambda.type`. */
  readonly type: string
  /** Other names under which FusionAuth's documentation has had it. */
  readonly aliases: readonly string[]
  readonly displayName: string
  readonly family: string
  /** One sentence: what a lambda of this type is for. */
  readonly purpose: string
  readonly functionName: string
  readonly parameters: readonly ParameterInfo[]
  /** What FusionAuth keeps to itself, as JSON Pointers whose first segment is the parameter name. */
  readonly reserved: readonly string[]
  /** The first FusionAuth version that has the type. */
  readonly since: string
  /** Documented for a FusionAuth version that is not released yet. */
  readonly upcoming: boolean
  /** Where FusionAuth lets the lambda be assigned. */
  readonly assignedAt: readonly AssignmentPoint[]
  readonly template: string
  readonly samples: readonly Sample[]
}

/** A field of a FusionAuth object that holds the id of a lambda. */
export interface AssignmentPoint {
  readonly object: 'application' | 'tenant' | 'identity provider' | 'connector'
  /** For example `application.lambdaConfiguration.accessTokenPopulateId`. */
  readonly apiField: string
  /** Where the administration pages have it. */
  readonly ui: string
}
