import type { JsonObject } from '../json.ts'
import type { CaseFile } from './case.ts'
import type { Consequence } from './run.ts'
import type { MessageWords } from '../words.ts'

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

/**
 * What FusionAuth does with a write to one place, beyond the mutability of the parameter:
 * - `reserved`: any change or removal is dropped in silence
 * - `may-shrink`: a lower number, or fewer of a list's items or of a text's space-separated words, is kept;
 *   anything else is dropped
 * - `frozen-when-linked`: kept until the user is linked to the identity provider, ignored from then on
 */
export interface WriteRule extends MessageWords {
  /** JSON Pointer whose first segment is the parameter name. */
  readonly path: string
  readonly kind: 'reserved' | 'may-shrink' | 'frozen-when-linked'
  /** Why, in a sentence for the user. */
  readonly message: string
}

/** What FusionAuth does after a run of this type, by how the run ended. */
export interface Consequences {
  readonly completed: Consequence
  /** Also for a run that was ended by a limit: FusionAuth documents no limits, so it is told as a failure. */
  readonly threw: Consequence
}

/** Everything the catalogue says about one lambda type. */
export interface LambdaTypeInfo {
  /** FusionAuth's own name, as it stands in `lambda.type`. */
  readonly type: string
  /** False for a type that the catalogue does not have, such as one of a newer server. */
  readonly known: boolean
  /** Other names under which FusionAuth's documentation has had it. */
  readonly aliases: readonly string[]
  readonly displayName: string
  readonly family: LambdaFamily
  /** One sentence: what a lambda of this type is for. */
  readonly purpose: string
  readonly runsWhen: string
  readonly notRunWhen: readonly string[]
  /** The function that FusionAuth calls; for a type that is not known, the first of `functionNames`. */
  readonly functionName: string
  /** Just `functionName` for a known type; for another, the names to try in order: the body's first match is called. */
  readonly functionNames: readonly string[]
  /** In their positions; none for a type that is not known, which gets the values of the input in their order. */
  readonly parameters: readonly ParameterInfo[]
  /** What FusionAuth keeps to itself, by FusionAuth's own field names; {@link WriteRule} has the exact places. */
  readonly reserved: readonly string[]
  readonly rules: readonly WriteRule[]
  /** Whether FusionAuth reads what the function returns; for nearly all types it reads the arguments instead. */
  readonly returnValue: 'ignored' | 'used'
  readonly consequences: Consequences
  /** The first FusionAuth version that has the type. */
  readonly since: string
  /** Documented for a FusionAuth version that is not released yet. */
  readonly upcoming: boolean
  /** The paid feature that the type needs; null where none is documented. */
  readonly licence: string | null
  /** Where FusionAuth lets the lambda be assigned. */
  readonly assignedAt: readonly AssignmentPoint[]
  /** What surprises people about the type, one sentence each. */
  readonly quirks: readonly string[]
  /** TypeScript declarations of the parameters' shapes and of the function's type, for the editor. */
  readonly declaration: string
  readonly template: string
  readonly samples: readonly Sample[]
  /** A case with an expectation that the template meets. */
  readonly exampleCase: CaseFile
  /** FusionAuth's own page about the type. */
  readonly documentation: string
  /** Where the facts come from. */
  readonly sources: readonly string[]
}

/** Groups the types as people look for them. */
export type LambdaFamily =
  'Tokens' | 'SAML' | 'Identity providers' | 'Connectors' | 'SCIM' | 'Validation' | 'Clients' | 'Not known'

/** A field of a FusionAuth object that holds the id of a lambda. */
export interface AssignmentPoint {
  readonly object: 'application' | 'tenant' | 'identity provider' | 'connector' | 'CIMD domain'
  /** For example `application.lambdaConfiguration.accessTokenPopulateId`. */
  readonly apiField: string
  /** Where the administration pages have it. */
  readonly ui: string
}
