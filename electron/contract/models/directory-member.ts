import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { confirmation, directoryId, pageQuery } from './directory-group.ts'
import type { UserSummary } from './directory-user.ts'
import { instanceId } from './instance.ts'
import type { Job } from './job.ts'
import type { MessageWords } from '../words.ts'

/** A member of a group with the user; null where the user cannot be read. */
export interface Member {
  readonly id: string
  readonly userId: string
  readonly groupId: string
  readonly data: JsonObject
  /** Epoch milliseconds. */
  readonly insertInstant: number | null
  readonly user: UserSummary | null
}

/** Which members of a group to list. */
export const memberQuery = pageQuery.extend({
  groupId: directoryId,
  orderBy: z.enum(['insertInstant', 'userId']).default('insertInstant'),
  descending: z.boolean().default(false),
})
export type MemberQuery = z.input<typeof memberQuery>

/** A page of members; `total` counts the whole group. */
export interface MemberPage {
  readonly members: readonly Member[]
  readonly total: number
  /** Why the users could not be read: the search of users is away, or not for this key. They are told by their ids. */
  readonly usersUnread: ErrorData | null
}

/** Finds members by a part of name or e-mail, or one by id, e-mail or username. */
export const memberSearchQuery = z.strictObject({
  groupId: directoryId,
  text: z.string().trim().min(1).max(500),
  numberOfResults: z.int().min(1).max(500).default(100),
  /** Goes on where the answer that gave it ended. */
  next: z.string().max(100_000).nullable().default(null),
})
export type MemberSearchQuery = z.input<typeof memberSearchQuery>

/** Members that were found so far; with `next` there may be more. */
export interface MemberFindings {
  readonly members: readonly Member[]
  readonly next: string | null
}

/** The most users that one order may name. */
export const mostEntries = 100_000

/** A user to be a member, as given: what is wrong with it is told by the result, not by refusing the order. */
export const memberEntry = z.strictObject({
  /** An id or e-mail. */
  user: z.string().max(1000),
  /** The id that the membership shall have. */
  id: z.string().max(1000).optional(),
  /** Shall be an object. */
  data: (z.json() as z.ZodType<JsonValue, JsonValue>).optional(),
  /** The line that it came from, from 1. */
  line: z.int().min(1).optional(),
})
export type MemberEntry = z.infer<typeof memberEntry>

/** Why a line of a list cannot be used. */
export interface LineFault extends MessageWords {
  /** From 1. */
  readonly line: number
  readonly code: string
  readonly message: string
}

/** What a pasted list or CSV file holds. */
export interface ParsedMembers {
  readonly format: 'list' | 'csv'
  readonly entries: readonly MemberEntry[]
  readonly faults: readonly LineFault[]
  /** The columns of a CSV file that become member data. */
  readonly dataColumns: readonly string[]
}

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
