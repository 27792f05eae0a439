import type { SyncReport } from '../../electron/contract/models/sync-order.ts'
import { useCommands } from '../commands/commands-store.ts'
import { useHistory } from '../features/history/history-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useSyncJob } from '../features/sync/sync-job-store.ts'
import { t } from '../messages/translate.ts'
import { useLayout } from '../shell/layout-store.ts'
import { studio } from '../studio.ts'

interface ToastAction {
  readonly label: string
  readonly onClick: () => void
}

/** What can be done next about a push or pull that ended: take it back, and see what it changed. */
export async function syncToastActions(jobId: string): Promise<ToastAction[]> {
  const report = await studio.sync.read(jobId)
  if (!report) return []
  const changed = onlyChanged(report)
  return [
    ...(report.undoable
      ? [{ label: t('work.undo'), onClick: () => void useCommands().run('sync.undo', jobId) }]
      : []),
    ...(changed === undefined
      ? []
      : [{ label: t('work.showDifference'), onClick: () => showHistory(changed) }]),
  ]
}

/** The one lambda that has another text now, where it is one: its history tells the whole difference. */
function onlyChanged({ results }: SyncReport): string | undefined {
  const [only, another] = results.filter(({ outcome }) => outcome === 'done')
  return another ? undefined : useSyncJob().overwrites.find((slug) => slug === only?.slug)
}

function showHistory(slug: string): void {
  const history = useHistory()
  useLayout().show('lambdas')
  useLambdas().show(slug)
  if (history.shown !== slug) void history.toggle(slug)
}
