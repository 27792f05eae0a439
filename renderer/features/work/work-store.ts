import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Job } from '../../../electron/contract/models/job.ts'
import { onStudioEvent, studio } from '../../studio.ts'

/** Following an event log has no end, so it is no work to wait for. */
const isWork = ({ kind }: Job): boolean => kind !== 'event-log'

/** All long work since the start of the studio, whoever began it. */
export const useWorkList = defineStore('workList', () => {
  const jobs = shallowRef<ReadonlyMap<string, Job>>(new Map())
  /** The list shows. */
  const open = ref(false)
  /** The job whose log shows. */
  const reading = ref<string>()

  /** The last begun first. */
  const list = computed(() =>
    [...jobs.value.values()].sort((one, other) => other.startedAt.localeCompare(one.startedAt)),
  )
  const running = computed(() => list.value.filter(({ state }) => state === 'running'))

  const put = (job: Job): void => {
    if (isWork(job)) jobs.value = new Map([...jobs.value, [job.id, job]])
  }
  onStudioEvent('jobs.changed', put)

  /** Takes over what was begun before this page was there. */
  async function load(): Promise<void> {
    for (const job of await studio.jobs.list()) put(job)
  }

  const cancel = (id: string): Promise<boolean> => studio.jobs.cancel(id)

  function showLog(id: string): void {
    open.value = true
    reading.value = id
  }

  return { list, running, open, reading, load, cancel, showLog }
})
