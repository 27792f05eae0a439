import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import type { MessageWords } from '../words.ts'
import type { LambdaOwner } from './assignment.ts'
import { instanceId } from './instance.ts'
import type { Problem } from './problem.ts'
import { engineType } from './run.ts'
import { entryName } from './slug.ts'
import { seenStates } from './sync.ts'

/** A lambda's new content, chosen from both sides. */
export const mergedLambda = z.strictObject({
  name: z.string().min(1).max(1000),
  engineType,
  debug: z.boolean(),
  body: z.string(),
})
export type MergedLambda = z.infer<typeof mergedLambda>

/**
 * What to do with one entry:
 * - `push`: make the instance as the workspace is; `pull`: the other way round
 * - `delete-remote`, `delete-local`: delete what the other side no longer has
 * - `merge`: put `merged` on both sides
 * - `link`: note that both sides are the same lambda and in step
 */
export const syncAction = z.enum(['push', 'pull', 'delete-remote', 'delete-local', 'merge', 'link'])
export type SyncAction = z.infer<typeof syncAction>

/** One entry to carry out, only if both sides still are as they were seen. */
export const orderEntry = z.strictObject({
  slug: entryName.nullable(),
  id: z.guid().toLowerCase().nullable(),
  action: syncAction,
  merged: mergedLambda.optional(),
  seen: seenStates,
})
export type OrderEntry = z.infer<typeof orderEntry>

/** What to carry out of a plan. */
export const syncOrder = z.strictObject({
  instance: instanceId,
  entries: z.array(orderEntry).max(100_000),
  /** Push although checks or cases fail. */
  overrideFailures: z.boolean().default(false),
  /** The name of the instance, typed by the user, where its protection is `confirm`. */
  confirmation: z.string().nullable().default(null),
})
export type SyncOrder = z.input<typeof syncOrder>

/**
 * What became of one entry. `skipped` and `failed` have a code: `conflict` where the instance was changed since it was
 * seen, `changed-here` where the workspace was, `in-use`, `checks-failed`, `cases-failed`, `stopped`, `cancelled`, or
 * that of the failure.
 */
export interface SyncResult extends MessageWords {
  readonly slug: string | null
  readonly id: string | null
  readonly name: string
  /** `assign`: where it was assigned is taken back. */
  readonly action: SyncAction | 'assign'
  readonly outcome: 'done' | 'skipped' | 'failed'
  readonly code: string | null
  readonly message: string
  /** Where a promotion assigned the lambda, or did not. */
  readonly assigned?: readonly AssignedPlace[]
}

/**
 * What became of one assignment. `skipped` has the code `conflict`: somebody else changed the field meanwhile, and it
 * stays as they left it. `failed` has that of the failure.
 */
export interface AssignedPlace extends MessageWords {
  readonly owner: Pick<LambdaOwner, 'kind' | 'id'>
  readonly field: string
  readonly outcome: SyncResult['outcome']
  readonly code: string | null
  readonly message: string
}

/** A job that can be taken back. */
export interface UndoableJob {
  readonly jobId: string
  readonly instance: string
  /** When it ended, ISO 8601. */
  readonly at: string
  /** Lambdas that it changed, by name. */
  readonly names: readonly string[]
}

/** Why a lambda had better not be pushed. */
export interface PushFailure {
  readonly slug: string
  /** Errors that checks found in the body. */
  readonly problems: readonly Problem[]
  /** Cases that fail or cannot be read, by name. */
  readonly failedCases: readonly string[]
}

/** What a push, pull, promotion or undo has done so far, and at its end for every entry. */
export interface SyncReport {
  readonly jobId: string
  readonly instance: string
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly results: readonly SyncResult[]
  /** What checks and cases found before a push. */
  readonly failures: readonly PushFailure[]
  /** Why it ended before its entries were tried. */
  readonly error: ErrorData | null
  /** Whether {@link StudioApi.sync.undo} can take it back. */
  readonly undoable: boolean
}
