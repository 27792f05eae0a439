import type { WorkspaceProblem } from './workspace.ts'

/** Why a snapshot was taken: just before this was done. */
export type SnapshotReason = 'save' | 'restore' | 'pull' | 'push'

/** A lambda as it was before something was done to it. */
export interface HistoryEntry {
  /** Names it within its lambda; sorts by time. */
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  readonly reason: SnapshotReason
  /** The instance whose text it is, where it was taken before a push. */
  readonly instance?: string
  /** Bytes of the body. */
  readonly bytes: number
}

/** The snapshots of a lambda, newest first. */
export interface HistoryListing {
  readonly entries: readonly HistoryEntry[]
  readonly problems: readonly WorkspaceProblem[]
}

/** The two files of a lambda as texts. */
export interface LambdaTexts {
  readonly body: string
  /** The text of lambda.json. */
  readonly settings: string
}

/** A snapshot beside what is on disk now; null where the lambda is gone. */
export interface HistoryDifference {
  readonly entry: HistoryEntry
  readonly then: LambdaTexts
  readonly now: LambdaTexts | null
}
