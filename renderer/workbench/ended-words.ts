import type { SyncReport } from '../../electron/contract/models/sync-order.ts'
import type { MemberTotals } from '../../electron/contract/models/directory-member-change.ts'
import { reportTitle } from '../features/sync/report-groups.ts'
import type { SyncWork } from '../features/sync/sync-job-store.ts'
import { t } from '../messages/translate.ts'

const endings = {
  push: 'announce.push',
  pull: 'announce.pull',
  promote: 'announce.promote',
  undo: 'announce.undo',
} as const satisfies Readonly<Record<SyncWork, string>>

/** Says that a push, pull, promotion or undo ended, and how. */
export const syncEnded = (work: SyncWork, report: SyncReport): string =>
  t(endings[work], { outcome: reportTitle(report, work) })

/** Says that a change of members ended, and how. */
export function membersEnded({ done, skipped, failed }: MemberTotals, cancelled: boolean): string {
  const parts = [
    ...(cancelled ? [t('memberJob.cancelled')] : []),
    t('memberJob.done', { count: done }),
    ...(skipped > 0 ? [t('memberJob.skipped', { count: skipped })] : []),
    ...(failed > 0 ? [t('memberJob.failed', { count: failed })] : []),
  ]
  return t('announce.members', { outcome: parts.join(', ') })
}
