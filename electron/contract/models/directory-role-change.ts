import { z } from 'zod'
import { directoryId } from './directory-group.ts'
import type { UserSummary } from './directory-user.ts'

const groupId = directoryId
const userIds = z.array(directoryId).min(1).max(10_000)

/** A change to members or roles of a group, before it is made. */
export const roleChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-members'), groupId, userIds }),
  z.strictObject({ kind: z.literal('remove-members'), groupId, userIds }),
  z.strictObject({ kind: z.literal('remove-all-members'), groupId }),
  z.strictObject({
    kind: z.literal('replace-members'),
    groupId,
    userIds: z.array(directoryId).max(10_000),
  }),
  z.strictObject({ kind: z.literal('group-roles'), groupId, roleIds: z.array(directoryId).max(1000) }),
  z.strictObject({ kind: z.literal('delete-group'), groupId }),
])
export type RoleChange = z.input<typeof roleChange>

/** How many users to look at: the first so many. */
export const roleChangeBound = z.int().min(1).max(10_000).default(1000)

/**
 * A role that a user gains or loses. `may-lose`: the registration may hold the role itself, which FusionAuth does not
 * tell apart from what groups give.
 */
export interface RoleDifference {
  readonly userId: string
  readonly applicationId: string
  readonly role: string
  readonly kind: 'gains' | 'loses' | 'may-lose'
}

/** How many users gain or lose one role. */
export interface RoleTotal {
  readonly applicationId: string
  readonly applicationName: string | null
  readonly role: string
  readonly gains: number
  readonly loses: number
  readonly mayLose: number
}

/** Who gains or loses what. Nothing was written for it. */
export interface RoleChangePreview {
  /** Users whom the change is about. */
  readonly concerned: number
  /** How many of them were looked at. */
  readonly examined: number
  readonly differences: readonly RoleDifference[]
  readonly totals: readonly RoleTotal[]
  /** Users in `differences`, by id. */
  readonly users: Readonly<Record<string, UserSummary>>
}
