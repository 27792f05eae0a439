import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { directoryId, pageQuery } from './directory-group.ts'
import type { UserSummary } from './directory-user.ts'
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
