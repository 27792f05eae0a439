import type { SyncReport, SyncResult } from '../../../electron/contract/models/sync-order.ts'
import { t } from '../../messages/translate.ts'
import type { SyncWork } from './sync-job-store.ts'

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

/** How many entries ended which way, in words. */
export function reportTitle(report: SyncReport, work: SyncWork | undefined): string {
  const { done, skipped, failed } = countOutcomes(report)
  const what = [
    ...(done > 0 || skipped + failed === 0
      ? [t(work === 'undo' ? 'report.undone' : 'report.done', { count: done })]
      : []),
    ...(skipped > 0 ? [t('report.skipped', { count: skipped })] : []),
    ...(failed > 0 ? [t('report.failed', { count: failed })] : []),
  ].join(', ')
  return report.state === 'cancelled' ? t('report.cancelled', { what }) : what
}

/** How a report is to be taken at a glance. */
export function reportTone(report: SyncReport): 'good' | 'warn' | 'bad' {
  const { skipped, failed } = countOutcomes(report)
  if (report.error || failed > 0 || report.state === 'failed') return 'bad'
  return skipped > 0 || report.state === 'cancelled' ? 'warn' : 'good'
}
