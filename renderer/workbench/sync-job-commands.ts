import { offerCommands } from '../commands/offer-commands.ts'
import { useInstances } from '../features/instances/instances-store.ts'
import { useSyncJob } from '../features/sync/sync-job-store.ts'
import { undoLabel, useUndo } from '../features/sync/undo-store.ts'
import { formatTime } from '../messages/translate.ts'
import { usePalette } from '../palette/palette-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { showInstanceTab } from './show-instance-tab.ts'

/** Offers what can be done with a push, pull or promotion that is under way or was the last. */
export function offerSyncJobCommands(): void {
  const instances = useInstances()
  const jobs = useSyncJob()
  const palette = usePalette()
  const undo = useUndo()
  const { attempt } = useFailures()

  function propose(jobId: string): void {
    showInstanceTab(jobs.work === 'promote' && jobs.report?.jobId === jobId ? 'promote' : 'sync')
    undo.proposed = jobId
  }

  async function askWhich(instance: string): Promise<void> {
    await undo.load(instance)
    const choices = undo.known.map((job) => ({
      id: job.jobId,
      label: undoLabel(job),
      detail: formatTime(job.at),
      icon: 'i-lucide-undo-2',
      go: () => propose(job.jobId),
    }))
    palette.ask('command.undo', choices)
  }

  offerCommands([
    {
      id: 'sync.cancel',
      title: 'command.cancelSync',
      icon: 'i-lucide-square',
      enabled: () => jobs.running,
      run: () => void jobs.cancel(),
    },
    {
      id: 'sync.undoLast',
      title: 'command.undoLast',
      icon: 'i-lucide-undo-2',
      enabled: () => jobs.report?.undoable === true,
      run: () => {
        if (jobs.report) propose(jobs.report.jobId)
      },
    },
    {
      id: 'sync.undo',
      title: 'command.undo',
      icon: 'i-lucide-history',
      enabled: () => instances.current !== undefined && !jobs.running,
      run: (jobId) => {
        const { current } = instances
        if (jobId !== undefined) propose(jobId)
        else if (current) void attempt(() => askWhich(current.id))
      },
    },
    {
      id: 'sync.dismissResult',
      title: 'report.close',
      icon: 'i-lucide-x',
      enabled: () => jobs.report !== undefined,
      run: jobs.dismiss,
    },
  ])
}
