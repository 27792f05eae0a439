import type { SyncReport, SyncResult } from '../../../electron/contract/models/sync-order.ts'

export type Outcome = SyncResult['outcome']

const order: readonly Outcome[] = ['failed', 'skipped', 'done']

/** Results with what needs somebody first; within an outcome as they came. */
export function sortedResults({ results }: SyncReport): readonly SyncResult[] {
  return results.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
}

/** How many entries ended which way. */
export function countOutcomes({ results }: SyncReport): Readonly<Record<Outcome, number>> {
  const count = (outcome: Outcome): number => results.filter((result) => result.outcome === outcome).length
  return { done: count('done'), skipped: count('skipped'), failed: count('failed') }
}

/** How a report is to be taken at a glance. */
export function reportTone(report: SyncReport): 'good' | 'warn' | 'bad' {
  const { skipped, failed } = countOutcomes(report)
  if (report.error || failed > 0 || report.state === 'failed') return 'bad'
  return skipped > 0 || report.state === 'cancelled' ? 'warn' : 'good'
}
