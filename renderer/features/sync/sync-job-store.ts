import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { Job } from '../../../electron/contract/models/job.ts'
import type { SyncReport } from '../../../electron/contract/models/sync-order.ts'
import { onStudioEvent, studio } from '../../studio.ts'

/** What the user started: a push, a pull, a promotion, or taking one of them back. */
export type SyncWork = 'push' | 'pull' | 'promote' | 'undo'

interface Begun {
  readonly work: SyncWork
  readonly jobId: string
}

type Start = () => Promise<{ readonly jobId: string }>

/** The push, pull, promotion or undo that is under way, and the report of the last one. */
export const useSyncJob = defineStore('syncJob', () => {
  const begun = shallowRef<Begun>()
  const job = shallowRef<Job>()
  const report = shallowRef<SyncReport>()
  const failure = shallowRef<ErrorData>()
  /** The lambdas that have another text where it writes; what that was is the newest in their history then. */
  const overwrites = shallowRef<readonly string[]>([])

  const running = computed(() => begun.value !== undefined && report.value === undefined && !failure.value)

  onStudioEvent('jobs.changed', (now) => {
    if (now.id === begun.value?.jobId) job.value = now
  })

  /** Starts work and waits for its report; undefined where it could not even start. */
  async function start(
    work: SyncWork,
    begin: Start,
    slugs: readonly string[] = [],
  ): Promise<SyncReport | undefined> {
    overwrites.value = slugs
    begun.value = { work, jobId: '' }
    job.value = report.value = failure.value = undefined
    try {
      const { jobId } = await begin()
      begun.value = { work, jobId }
      return (report.value = await studio.sync.finish(jobId))
    } catch (thrown) {
      failure.value = toErrorData(thrown)
      return undefined
    }
  }

  const undo = (jobId: string, confirmation: string | null): Promise<SyncReport | undefined> =>
    start('undo', () => studio.sync.undo(jobId, confirmation))

  async function cancel(): Promise<void> {
    if (begun.value) await studio.jobs.cancel(begun.value.jobId).catch(() => false)
  }

  function dismiss(): void {
    begun.value = job.value = report.value = failure.value = undefined
  }

  const work = computed(() => begun.value?.work)
  return { work, job, report, failure, overwrites, running, start, undo, cancel, dismiss }
})
