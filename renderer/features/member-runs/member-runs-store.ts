import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { ExportedFile } from '../../../electron/contract/models/exchange.ts'
import type {
  MemberRun,
  MemberRunFormat,
  MemberRunPage,
  MemberRunRow,
} from '../../../electron/contract/models/directory-run.ts'
import type { Job } from '../../../electron/contract/models/job.ts'
import { pagedRows } from '../../paging/paged-rows.ts'
import { onStudioEvent, studio } from '../../studio.ts'
import { everyRow, queryOf, type RowFilter } from './row-filter.ts'

const typingMs = 200
/** How often rows are read again while a run is under way. */
const followMs = 700

/** A lambda that is run for all members of a group, and how it goes for each. */
export const useMemberRuns = defineStore('memberRuns', () => {
  const order = shallowRef<MemberRun>()
  const jobId = ref('')
  const job = shallowRef<Job>()
  const ended = ref(true)
  const failure = shallowRef<ErrorData>()
  /** What the last answer said of the whole run. */
  const summary = shallowRef<Omit<MemberRunPage, 'rows'>>()
  const filter = shallowRef<RowFilter>(everyRow)
  const selected = shallowRef<MemberRunRow>()

  const running = computed(() => order.value !== undefined && !ended.value)
  const rows = pagedRows<MemberRunRow>(async (startRow, numberOfResults) => {
    const query = { ...queryOf(filter.value), startRow, numberOfResults }
    const page = await studio.members.runRows(jobId.value, query)
    summary.value = page
    return { rows: page.rows, total: page.total }
  })

  let followed = 0
  onStudioEvent('jobs.changed', (now) => {
    if (now.id !== jobId.value) return
    job.value = now
    const at = Date.now()
    if (at - followed < followMs || ended.value) return
    followed = at
    void rows.refresh()
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(filter, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void rows.restart(), typingMs)
  })

  /** Starts a run and waits for its end; rows come meanwhile. */
  async function start(next: MemberRun): Promise<void> {
    if (running.value) return
    clear()
    order.value = next
    ended.value = false
    try {
      ;({ jobId: jobId.value } = await studio.members.run(next))
      const page = await studio.members.finishRun(jobId.value)
      failure.value = page.error ?? undefined
      if (job.value) job.value = { ...job.value, state: page.state }
    } catch (thrown) {
      failure.value = toErrorData(thrown)
    } finally {
      ended.value = true
      if (jobId.value !== '') await rows.restart()
    }
  }

  async function cancel(): Promise<void> {
    await studio.jobs.cancel(jobId.value).catch(() => false)
  }

  const exportRows = (format: MemberRunFormat): Promise<ExportedFile> =>
    studio.members.exportRun(jobId.value, queryOf(filter.value), format)

  function clear(): void {
    order.value = job.value = failure.value = summary.value = selected.value = undefined
    jobId.value = ''
    ended.value = true
    filter.value = everyRow
    rows.clear()
  }

  return {
    order,
    jobId,
    job,
    ended,
    running,
    failure,
    summary,
    filter,
    selected,
    rows,
    start,
    cancel,
    exportRows,
    clear,
  }
})
