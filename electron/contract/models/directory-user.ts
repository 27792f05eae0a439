import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { directoryId } from './directory-group.ts'

/** What lists show of a user; null where the user has no such thing. */
export interface UserSummary {
  readonly id: string
  /** The name to show: the full name, else first and last, else username, e-mail or id. */
  readonly name: string
  readonly email: string | null
  readonly username: string | null
  readonly imageUrl: string | null
  readonly active: boolean
  readonly tenantId: string | null
}

/** Finds users by a part of name or e-mail, or one exactly by id, e-mail or username. */
export const userQuery = z.strictObject({
  text: z.string().trim().max(500),
  tenantId: directoryId.optional(),
  numberOfResults: z.int().min(1).max(500).default(50),
  /** Goes on where the page that gave it ended. */
  next: z.string().max(100_000).nullable().default(null),
})
export type UserQuery = z.input<typeof userQuery>

/** Users that were found. */
export interface UserPage {
  readonly users: readonly UserSummary[]
  /** All that the search counted; it stops counting at 10,000. Null where only one was looked up. */
  readonly total: number | null
  readonly next: string | null
  /** The search index is away: only an exact id, e-mail or username was looked for. */
  readonly searchAway: ErrorData | null
}

/**
 * Where a role comes from. `certain` is false where FusionAuth does not tell: it answers a registration's roles
 * together with those of groups, so a role that a group gives may be the registration's own as well.
 */
export type RoleSource =
  | { readonly kind: 'registration'; readonly certain: boolean }
  | { readonly kind: 'group'; readonly groupId: string; readonly groupName: string }

/** A role that a user has in an application. */
export interface EffectiveRole {
  readonly name: string
  readonly sources: readonly RoleSource[]
}

/** A user's part in one application. */
export interface UserApplication {
  readonly applicationId: string
  /** Null where the key may not read applications. */
  readonly applicationName: string | null
  /** As the server answered it, without secrets; null where the user is not registered. */
  readonly registration: JsonObject | null
  readonly roles: readonly EffectiveRole[]
  /** Roles that groups would give if the user were registered. */
  readonly withheld: readonly EffectiveRole[]
}

/** A membership of a user. */
export interface UserMembership {
  readonly id: string
  readonly groupId: string
  /** Null where the group cannot be read. */
  readonly groupName: string | null
  readonly data: JsonObject
  readonly insertInstant: number | null
}

/** A user with everything that decides about roles. */
export interface UserDetail {
  readonly summary: UserSummary
  /** As the server answered it, without secrets. */
  readonly user: JsonObject
  readonly applications: readonly UserApplication[]
  readonly memberships: readonly UserMembership[]
}

/** A case input to be made from a person. */
export const userInputRequest = z.strictObject({
  userId: directoryId,
  /** The application that the person is seen in; null for none. */
  applicationId: directoryId.nullable(),
  /** A lambda type. */
  type: z.string().min(1).max(200),
  /** Replace personal data, the same value always by the same. */
  mask: z.boolean().default(false),
  /** Another seed masks otherwise. */
  maskSeed: z.int().default(0),
})
export type UserInputRequest = z.input<typeof userInputRequest>

/** A case input made from a person. */
export interface UserInput {
  /** A name for a case that is made of it; holds no personal data where it is masked. */
  readonly name: string
  readonly input: JsonObject
  /** What to know about it, such as a registration that is missing. */
  readonly notes: readonly string[]
}
