/** How much history is kept. */
export interface HistoryLimits {
  /** Snapshots for each lambda. */
  readonly entries: number
  /** Days. */
  readonly days: number
  /** Snapshots that are kept whatever their age. */
  readonly atLeast: number
}

export const defaultHistoryLimits: HistoryLimits = { entries: 100, days: 90, atLeast: 10 }

const dayMs = 24 * 60 * 60 * 1000

/**
 * Which snapshots to let go: those beyond the number, and those beyond the age as long as enough are left.
 * @param ids newest first, as snapshots are named: the time comes first
 */
export function pruned(ids: readonly string[], limits: HistoryLimits, now: Date): readonly string[] {
  const oldest = new Date(now.getTime() - limits.days * dayMs).toISOString().replace(/[-:.]/g, '')
  return ids.filter((id, at) => at >= limits.entries || (at >= limits.atLeast && id < oldest))
}
