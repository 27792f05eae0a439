import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { EventLevel, EventLogPage, EventLogRun } from '../../../electron/contract/models/event-log.ts'
import { onStudioEvent, studio } from '../../studio.ts'
import { queryOf, withNews } from './event-log-query.ts'

/** What lambdas left in the event log of an instance. */
export const useEventLog = defineStore('eventLog', () => {
  const instance = ref<string>()
  const slug = ref<string | null>(null)
  const level = ref<EventLevel>()
  const text = ref('')
  const page = shallowRef<EventLogPage>()
  const failure = shallowRef<ErrorData>()
  const loading = ref(false)
  const jobId = ref<string>()
  /** The user wants to see what comes, whether or not the studio has begun to tell. */
  const following = ref(false)
  let asked = 0
  let follows = 0

  /** Whether anything keeps entries out. */
  const narrowed = computed(
    () => slug.value !== null || level.value !== undefined || text.value.trim() !== '',
  )
  const query = computed(() => queryOf({ slug: slug.value, level: level.value, text: text.value }))

  onStudioEvent('eventLog.entries', ({ jobId: from, runs }) => {
    if (from === jobId.value && page.value) page.value = withNews(page.value, runs)
  })
  onStudioEvent('jobs.changed', (job) => {
    if (job.id !== jobId.value || job.state === 'running') return
    jobId.value = undefined
    following.value = false
    if (job.error) failure.value = job.error
  })

  /** Reads the log anew; an answer to an earlier question is dropped. */
  async function load(): Promise<void> {
    const id = instance.value
    if (id === undefined) return
    const number = (asked += 1)
    loading.value = true
    const answer = await studio.eventLog.read(id, query.value).catch(toErrorData)
    if (asked !== number) return
    loading.value = false
    failure.value = 'code' in answer ? answer : undefined
    page.value = 'code' in answer ? undefined : answer
  }

  async function show(id: string): Promise<void> {
    if (id === instance.value && page.value) return
    if (id !== instance.value) slug.value = null
    instance.value = id
    page.value = undefined
    await restart()
  }

  /** Another question: the log is read and followed for it alone. */
  async function restart(): Promise<void> {
    const wasFollowing = following.value
    await unfollow()
    await load()
    if (wasFollowing) await follow()
  }

  /** Narrows the log to a lambda or a level; null is for every one. */
  function narrow(change: { slug?: string | null; level?: EventLevel | null }): Promise<void> {
    if (change.slug !== undefined) slug.value = change.slug
    if (change.level !== undefined) level.value = change.level ?? undefined
    return restart()
  }

  /** Leaves out nothing any more. */
  function showAll(): Promise<void> {
    text.value = ''
    return narrow({ slug: null, level: null })
  }

  async function follow(): Promise<void> {
    const id = instance.value
    if (id === undefined || following.value) return
    following.value = true
    const number = ++follows
    try {
      const begun = await studio.eventLog.follow(id, query.value)
      if (number !== follows) {
        await end(begun.jobId)
        return
      }
      jobId.value = begun.jobId
      // What came since it was read last is no news to who follows from now on.
      await load()
    } catch (thrown) {
      if (number !== follows) return
      following.value = false
      failure.value = toErrorData(thrown)
    }
  }

  async function unfollow(): Promise<void> {
    const id = jobId.value
    follows += 1
    following.value = false
    jobId.value = undefined
    if (id !== undefined) await end(id)
  }

  /** Nobody looks any more, so the studio need not ask the instance again and again. */
  async function end(id: string): Promise<void> {
    await studio.jobs.cancel(id).catch(() => false)
  }

  const runs = computed<readonly EventLogRun[]>(() => page.value?.runs ?? [])
  return {
    instance,
    slug,
    level,
    text,
    narrowed,
    page,
    runs,
    failure,
    loading,
    following,
    load,
    show,
    restart,
    narrow,
    showAll,
    follow,
    unfollow,
  }
})
