import { z } from 'zod'
import type { EngineType } from './run.ts'
import { entryName } from './slug.ts'
import type { WorkspaceProblem } from './workspace.ts'
import type { MessageWords } from '../words.ts'

/** What of a lambda is kept in step: equal in all of these, two lambdas are in step. */
export interface LambdaState {
  readonly name: string
  readonly type: string
  readonly engineType: EngineType
  readonly debug: boolean
  readonly body: string
}

/** The parts of a {@link LambdaState}. */
export type SyncField = keyof LambdaState

/**
 * What would put one lambda in step:
 * `push`, `create-remote` and `delete-remote` write to the instance; `pull`, `create-local` and `delete-local` to the
 * workspace; a `conflict` needs somebody to choose.
 */
export type SyncKind =
  'same' | 'push' | 'pull' | 'conflict' | 'create-remote' | 'create-local' | 'delete-remote' | 'delete-local'

/** Why an entry of a plan is of its kind. */
export type SyncReason =
  // same
  | 'in-step'
  | 'equal-without-base'
  | 'equal-by-name'
  // push, pull
  | 'changed-here'
  | 'changed-there'
  | 'renamed-here'
  | 'renamed-there'
  // create-remote, create-local
  | 'only-here'
  | 'only-there'
  // delete-remote, delete-local
  | 'deleted-here'
  | 'deleted-there'
  // conflict
  | 'changed-on-both-sides'
  | 'differs-without-base'
  | 'id-taken'
  | 'name-taken'
  | 'name-ambiguous'
  | 'deleted-there-changed-here'
  | 'deleted-here-changed-there'
  | 'type-differs'
  | 'id-shared'
  | 'unreadable-here'
  // create-remote, create-local, push, pull
  | 'unknown-type'

/** The state of both sides that a plan was made from, each as a digest; null where there was nothing. */
export const seenStates = z.strictObject({ local: z.string().nullable(), remote: z.string().nullable() })
export type SeenStates = Readonly<z.infer<typeof seenStates>>

/** One lambda of a plan. It goes by its slug and its id on the instance; one of them may be missing. */
export interface PlanEntry extends MessageWords {
  readonly slug: string | null
  readonly id: string | null
  readonly name: string
  readonly type: string
  readonly kind: SyncKind
  readonly reason: SyncReason
  /** The reason in a sentence. */
  readonly message: string
  /** What differs between the two sides. */
  readonly fields: readonly SyncField[]
  readonly seen: SeenStates
}

/** What would put a workspace and an instance in step. Nothing was written for it. */
export interface SyncPlan {
  readonly instance: string
  /** When both sides were read, ISO 8601. */
  readonly at: string
  readonly entries: readonly PlanEntry[]
  /** Lambdas of the workspace that could not be read, and that therefore are not among the entries. */
  readonly problems: readonly WorkspaceProblem[]
}

/** Names one entry of a plan. */
export const entryReference = z.strictObject({
  slug: entryName.nullable(),
  id: z.guid().toLowerCase().nullable(),
})
export type EntryReference = Readonly<z.infer<typeof entryReference>>

/** Text that came together by itself, and places where both sides changed the same lines. */
export type MergeRegion =
  | { readonly kind: 'agreed'; readonly text: string }
  | {
      readonly kind: 'conflict'
      readonly local: string
      readonly base: string
      readonly remote: string
      /** The sides were not held against each other line by line, because that would take too long. */
      readonly tooLarge?: true
    }

/** Both changes brought together where they do not touch: whole, or with regions to choose in. */
export type MergeOutcome =
  | { readonly kind: 'merged'; readonly state: LambdaState }
  | {
      readonly kind: 'conflicts'
      /** The body in its order. */
      readonly regions: readonly MergeRegion[]
      /** Other parts that both sides changed differently. */
      readonly fields: readonly Exclude<SyncField, 'body'>[]
    }

/** Both sides of one entry, to be shown side by side. */
export interface SyncDifference {
  readonly entry: PlanEntry
  readonly local: LambdaState | null
  readonly remote: LambdaState | null
  /** What both sides came from; null where they never were in step. */
  readonly base: LambdaState | null
  /** Null unless both sides are there and differ. */
  readonly merge: MergeOutcome | null
}
