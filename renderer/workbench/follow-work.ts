import { useToast } from '@nuxt/ui/composables'
import { watch } from 'vue'
import type { Job } from '../../electron/contract/models/job.ts'
import { useSettings } from '../features/settings/settings-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { readLog } from '../features/work/job-log.ts'
import { useWorkList } from '../features/work/work-store.ts'
import { jobTitle, stateLooks, stateName } from '../features/work/work-words.ts'
import { t } from '../messages/translate.ts'
import { useConnection } from '../shell/connection-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { onStudioEvent } from '../studio.ts'
import { jobScreens } from './job-screens.ts'
import { syncToastActions } from './sync-toast-actions.ts'

/** Tells when long work ends: in the page where its own screen does not show, by the system where the page does not. */
export function followWork(): void {
  const work = useWorkList()
  const layout = useLayout()
  const tests = useTests()
  const settings = useSettings()
  const toast = useToast()
  const { attempt } = useFailures()

  onStudioEvent('jobs.changed', (job) => {
    if (job.state === 'running' || job.kind === 'event-log') return
    if (isInBackground() && settings.values['notifications.system']) notify(job)
    const isByItself = job.kind === 'test' && tests.watching
    if (layout.activity !== jobScreens[job.kind] && !isByItself) void attempt(() => tell(job))
  })
  watch(
    () => useConnection().resumed,
    () => void attempt(work.load),
    { immediate: true },
  )

  async function tell(job: Job): Promise<void> {
    const { failed } = await readLog(job)
    toast.add({
      // Announced when nothing else is being said.
      type: 'background',
      title: `${jobTitle(job)}: ${stateName(job)}`,
      description:
        failed > 0
          ? t('work.toastFailed', { count: failed })
          : t('job.count', { done: job.done, total: job.total }),
      icon: failed > 0 ? 'i-lucide-triangle-alert' : stateLooks[job.state].icon,
      actions: [
        ...(job.kind === 'sync' ? await syncToastActions(job.id) : []),
        { label: t('work.showLog'), onClick: () => work.showLog(job.id) },
      ],
    })
  }

  function notify(job: Job): void {
    const body = t('job.count', { done: job.done, total: job.total })
    const shown = new Notification(`${jobTitle(job)}: ${stateName(job)}`, { body, tag: job.id })
    shown.onclick = () => {
      window.focus()
      work.showLog(job.id)
    }
  }
}

/** A window behind another is as little looked at as one that is not drawn. */
function isInBackground(): boolean {
  return document.hidden || !document.hasFocus()
}
