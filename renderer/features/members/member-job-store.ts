import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { MemberResult, MemberTotals } from '../../../electron/contract/models/directory-member-change.ts'
import type { Job } from '../../../electron/contract/models/job.ts'
import { pagedRows } from '../../paging/paged-rows.ts'
import { onStudioEvent, studio } from '../../studio.ts'

export type MemberWork = 'add' | 'remove' | 'replace'

type Begin = () => Promise<{ readonly jobId: string }>

/** What is being done to the members of a group, or was done last. */
export interface MemberJob {
  readonly work: MemberWork
  readonly groupId: string
  readonly groupName: string
  /** How many the user asked for. */
  readonly asked: number
  /** Empty until the studio has begun. */
  readonly jobId: string
}

/** The addition, removal or replacement that is under way, and the results of the last one. */
export const useMemberJob = defineStore('memberJob', () => {
  const begun = shallowRef<MemberJob>()
  const job = shallowRef<Job>()
  const ended = ref(false)
  const totals = shallowRef<MemberTotals>({ done: 0, skipped: 0, failed: 0 })
  const failure = shallowRef<ErrorData>()
  const outcome = ref<MemberResult['outcome']>()

  const running = computed(() => begun.value !== undefined && !ended.value)
  const cancelled = computed(() => job.value?.state === 'cancelled')

  const results = pagedRows<MemberResult>(async (startRow, numberOfResults) => {
    const query = { startRow, numberOfResults, ...(outcome.value && { outcome: outcome.value }) }
    const page = await studio.members.results(begun.value?.jobId ?? '', query)
    return { rows: page.results, total: page.total }
  })

  onStudioEvent('jobs.changed', (now) => {
    if (now.id === begun.value?.jobId) job.value = now
  })

  /** Starts work and waits for its end; only one is under way at a time. */
  async function start(asked: Omit<MemberJob, 'jobId'>, begin: Begin): Promise<void> {
    if (running.value) return
    dismiss()
    begun.value = { ...asked, jobId: '' }
    ended.value = false
    try {
      const { jobId } = await begin()
      begun.value = { ...asked, jobId }
      const page = await studio.members.finish(jobId)
      totals.value = page.totals
      failure.value = page.error ?? undefined
      if (page.state !== 'running' && job.value) job.value = { ...job.value, state: page.state }
      outcome.value = page.totals.failed > 0 ? 'failed' : undefined
      await results.restart()
    } catch (thrown) {
      failure.value = toErrorData(thrown)
    } finally {
      ended.value = true
    }
  }

  async function cancel(): Promise<void> {
    if (begun.value) await studio.jobs.cancel(begun.value.jobId).catch(() => false)
  }

  async function filter(wanted: MemberResult['outcome'] | undefined): Promise<void> {
    outcome.value = wanted
    await results.restart()
  }

  function dismiss(): void {
    begun.value = job.value = failure.value = outcome.value = undefined
    totals.value = { done: 0, skipped: 0, failed: 0 }
    ended.value = false
    results.clear()
  }

  return {
    begun,
    job,
    ended,
    totals,
    failure,
    outcome,
    running,
    cancelled,
    results,
    start,
    cancel,
    filter,
    dismiss,
  }
})
