import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import { instanceId } from './instance.ts'

/** The kinds of FusionAuth objects that a lambda can be assigned to. */
export const ownerKind = z.enum(['application', 'tenant', 'identity provider', 'connector'])
export type OwnerKind = z.infer<typeof ownerKind>

/** An object of an instance that uses a lambda or could use one. */
export interface LambdaOwner {
  readonly kind: OwnerKind
  readonly id: string
  readonly name: string
}

/** One field of one object that holds the id of a lambda. */
export interface AssignmentPlace {
  readonly owner: LambdaOwner
  /** For example `application.lambdaConfiguration.accessTokenPopulateId`. */
  readonly field: string
  /** Where the administration pages have it; the field itself where that is not known. */
  readonly ui: string
}

/** A lambda as an instance knows it; its type says what has to be looked through for it. */
export const lambdaThere = z.strictObject({ id: z.guid().toLowerCase(), type: z.string() })
export type LambdaThere = z.infer<typeof lambdaThere>

/** Where a lambda is used on an instance. */
export interface LambdaUsage {
  readonly instance: string
  readonly id: string
  readonly places: readonly AssignmentPlace[]
  /** Kinds of objects that could not be looked through, so that the lambda may be used there all the same. */
  readonly unread: readonly { readonly kind: OwnerKind; readonly error: ErrorData }[]
}

/** A place that takes lambdas of a type, with the lambda that is there now. */
export interface AssignmentCandidate extends AssignmentPlace {
  readonly current: { readonly id: string; readonly name: string | null } | null
}

/** Where a lambda may be assigned. */
export interface AssignmentCandidates {
  readonly candidates: readonly AssignmentCandidate[]
  readonly unread: LambdaUsage['unread']
}

/** A change of one assignment, carried out only if the field still holds what was seen there. */
export const assignmentChange = z.strictObject({
  instance: instanceId,
  owner: z.strictObject({ kind: ownerKind, id: z.guid() }),
  field: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z0-9]+)+$/),
  seen: z.guid().nullable(),
  /** The lambda to assign; null takes away what is there. */
  next: z.guid().nullable(),
  /** The name of the instance, typed by the user, where its protection is `confirm`. */
  confirmation: z.string().nullable().default(null),
})
export type AssignmentChange = z.input<typeof assignmentChange>

/** How it ended. `conflict`: somebody else changed the field, and nothing was written. */
export type AssignmentOutcome =
  { readonly kind: 'done' } | { readonly kind: 'conflict'; readonly current: string | null }
