import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import { directoryId, pageQuery } from './directory-group.ts'
import type { UserSummary } from './directory-user.ts'
import { instanceId } from './instance.ts'
import type { Job } from './job.ts'
import type { Problem } from './problem.ts'
import { runRequest, type DroppedWrite, type RunError, type RunOutcome, type ValueChange } from './run.ts'
import type { MessageWords } from '../words.ts'

/** A lambda to run for every member of a group, each as that person. */
export const memberRun = z.strictObject({
  instance: instanceId,
  groupId: directoryId,
  applicationId: directoryId.nullable(),
  run: runRequest.omit({ input: true, runId: true, coverage: true }),
  /** Replace personal data before the lambda sees it, and in the rows. */
  mask: z.boolean().default(false),
  maskSeed: z.int().default(0),
})
export type MemberRun = z.input<typeof memberRun>

/** How a run went for one member; `failed`: it could not be run, and `error` says why. */
export interface MemberRunRow {
  readonly userId: string
  /** Null where the user cannot be read. */
  readonly user: UserSummary | null
  readonly outcome: RunOutcome | 'failed'
  readonly changes: readonly ValueChange[]
  readonly dropped: readonly DroppedWrite[]
  readonly error: MemberRunError | null
  readonly durationMs: number
}

/** What the lambda threw, or why it could not be run. */
export type MemberRunError = Pick<RunError, 'name' | 'message' | 'line'> & MessageWords

const outcomes = ['completed', 'threw', 'timed-out', 'out-of-memory', 'crashed', 'refused', 'failed'] as const

/** Which rows to give, in the order of the members. */
export const memberRunQuery = pageQuery.extend({
  outcomes: z.array(z.enum(outcomes)).optional(),
  /** A part of the user's name, e-mail or id. */
  text: z.string().trim().max(500).optional(),
  /** Only where the lambda changed this place, a JSON Pointer, or something below it. */
  path: z.string().max(1000).optional(),
  /** Only where FusionAuth discards a write. */
  dropped: z.boolean().optional(),
})
export type MemberRunQuery = z.input<typeof memberRunQuery>

/** A page of rows. */
export interface MemberRunPage {
  readonly jobId: string
  readonly state: Job['state']
  readonly rows: readonly MemberRunRow[]
  /** Rows that the query asks for. */
  readonly total: number
  /** All rows so far by outcome. */
  readonly outcomes: Readonly<Partial<Record<MemberRunRow['outcome'], number>>>
  /** Places that were changed and for how many members, the most changed first; at most 100. */
  readonly paths: readonly { readonly path: string; readonly count: number }[]
  /** What the checks found in the body; the same for every member. */
  readonly problems: readonly Problem[]
  readonly error: ErrorData | null
}

/** How to hand out rows. */
export const memberRunFormat = z.enum(['csv', 'json'])
export type MemberRunFormat = z.infer<typeof memberRunFormat>
