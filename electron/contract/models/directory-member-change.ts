import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import { confirmation, directoryId, pageQuery } from './directory-group.ts'
import type { UserSummary } from './directory-user.ts'
import { instanceId } from './instance.ts'
import type { Job } from './job.ts'
import type { MessageWords } from '../words.ts'
import { memberEntry, mostEntries, type LineFault } from './directory-member.ts'

const entries = z.array(memberEntry).min(1).max(mostEntries)
const order = { instance: instanceId, groupId: directoryId, confirmation }

/** Users to add to a group. */
export const memberAddition = z.strictObject({ ...order, entries })
export type MemberAddition = z.input<typeof memberAddition>

/** Which members to remove; each choice is sent in the form of the API made for it. */
export const removalChoice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('members'),
    members: z
      .array(z.strictObject({ id: z.string().max(1000), userId: directoryId.optional() }))
      .min(1)
      .max(mostEntries),
  }),
  z.strictObject({ kind: z.literal('users'), entries }),
  z.strictObject({ kind: z.literal('all') }),
])
export type RemovalChoice = z.infer<typeof removalChoice>

/** Members to remove from a group. */
export const memberRemoval = z.strictObject({ ...order, choice: removalChoice })
export type MemberRemoval = z.input<typeof memberRemoval>

/** A list that shall become the whole membership of a group. */
export const replacementRequest = z.strictObject({
  instance: instanceId,
  groupId: directoryId,
  entries: z.array(memberEntry).max(mostEntries),
})
export type ReplacementRequest = z.input<typeof replacementRequest>

/** One user of a replacement. */
export interface ReplacementRow {
  readonly userId: string
  readonly user: UserSummary | null
  /** The membership that there is. */
  readonly memberId: string | null
  /** The line or place in the list, from 1; null for one who is removed. */
  readonly line: number | null
}

/** What replacing the membership would do. Nothing was written for it. */
export interface ReplacementPlan {
  readonly added: readonly ReplacementRow[]
  readonly removed: readonly ReplacementRow[]
  /** In the list with other data or another member id. */
  readonly changed: readonly ReplacementRow[]
  readonly kept: number
  /** Lines that cannot be used; a replacement with such lines is refused unless they are left out on purpose. */
  readonly faults: readonly LineFault[]
  /** Stands for the membership that the plan was made from. */
  readonly seen: string
}

/** A replacement to carry out, only if the membership still is as it was seen. */
export const replacementOrder = replacementRequest.extend({
  seen: z.string(),
  /** Leave out lines that cannot be used. */
  leaveOutFaults: z.boolean().default(false),
  confirmation,
})
export type ReplacementOrder = z.input<typeof replacementOrder>

/**
 * What became of one user. `skipped`: `duplicate`, `already-member`, `not-a-member`, `cancelled`, `stopped`;
 * `failed`: `not-an-id`, `user-not-found`, `data-not-object`, `group-gone`, `uncertain`, or the code of the failure.
 */
export interface MemberResult extends MessageWords {
  /** Place in the order, from 0. */
  readonly row: number
  readonly line: number | null
  /** As given. */
  readonly given: string
  readonly action: 'add' | 'remove' | 'change' | 'keep'
  readonly userId: string | null
  readonly memberId: string | null
  readonly outcome: 'done' | 'skipped' | 'failed'
  readonly code: string | null
  readonly message: string
}

/** How many ended which way. */
export interface MemberTotals {
  readonly done: number
  readonly skipped: number
  readonly failed: number
}

/** Which results of a job to give, in the order of the order. */
export const resultQuery = pageQuery.extend({
  outcome: z.enum(['done', 'skipped', 'failed']).optional(),
})
export type ResultQuery = z.input<typeof resultQuery>

/** A page of what a job has done so far. */
export interface MemberResultPage {
  readonly jobId: string
  readonly state: Job['state']
  readonly results: readonly MemberResult[]
  /** Results that the query asks for. */
  readonly total: number
  readonly totals: MemberTotals
  /** Why the job ended before all were tried. */
  readonly error: ErrorData | null
}
