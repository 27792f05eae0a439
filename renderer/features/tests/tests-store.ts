import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import type { Job } from '../../../electron/contract/models/job.ts'
import type {
  CaseResult,
  LambdaCoverage,
  TestRun,
  TestSelection,
} from '../../../electron/contract/models/test.ts'
import type { WorkspaceProblem } from '../../../electron/contract/models/workspace.ts'
import { onStudioEvent, studio } from '../../studio.ts'
import { countResults, resultKey } from './group-results.ts'

const watchKey = 'studio.tests.watch'

/** The last result of every case, the test under way, and what of the bodies it ran. */
export const useTests = defineStore('tests', () => {
  const results = shallowReactive(new Map<string, CaseResult>())
  const coverage = shallowReactive(new Map<string, LambdaCoverage>())
  const problems = shallowRef<readonly WorkspaceProblem[]>([])
  const job = shallowRef<Job>()
  const durationMs = ref<number>()
  /** Only cases that failed are listed. */
  const onlyFailed = ref(false)
  const watching = ref(localStorage.getItem(watchKey) === 'on')
  /** Lambdas that were saved while a test was under way, and whether what all run with was. */
  const waiting = { slugs: new Set<string>(), all: false }
  /** Lambdas that were changed while a test was under way: which lines it ran says nothing of the new body. */
  const outdated = new Set<string>()

  const running = computed(() => job.value?.state === 'running')
  const totals = computed(() => countResults([...results.values()]))
  const failedSlugs = computed(
    () => new Set([...results.values()].flatMap((each) => (each.status === 'failed' ? [each.lambda] : []))),
  )

  watch(
    () => job.value?.id,
    () => outdated.clear(),
    { flush: 'sync' },
  )
  onStudioEvent('tests.results', ({ results: news }) => news.forEach(put))
  onStudioEvent('jobs.changed', (now) => {
    if (now.kind !== 'test') return
    job.value = now
    if (now.state !== 'running') void settle(now.id)
  })

  const put = (result: CaseResult): void => {
    const key = resultKey(result.lambda, result.case)
    // A case that a cancelled test left out keeps what is known of it.
    if (result.status !== 'skipped' || !results.has(key)) results.set(key, result)
  }
  const resultOf = (slug: string, name: string): CaseResult | undefined => results.get(resultKey(slug, name))
  const coverageOf = (slug: string): LambdaCoverage | undefined => coverage.get(slug)

  /** Starts a test; what was known before stays until the new result comes. */
  async function start(selection: TestSelection): Promise<void> {
    const { jobId } = await studio.tests.start({ ...selection, coverage: true })
    const [known] = (await studio.jobs.list()).filter(({ id }) => id === jobId)
    if (job.value?.id !== jobId || job.value.state === 'running') job.value = known
    if (known && known.state !== 'running') await settle(jobId)
  }

  /** Takes over the whole of a test that ended, so that nothing rests on having heard every event. */
  async function settle(jobId: string): Promise<void> {
    const run = await studio.tests.read(jobId).catch(() => null)
    if (!run) return
    takeOver(run)
    for (const each of run.coverage) if (!outdated.has(each.lambda)) coverage.set(each.lambda, each)
    testWaiting()
  }

  function takeOver(run: TestRun): void {
    run.results.forEach(put)
    problems.value = run.problems
    durationMs.value = run.durationMs
  }

  /** Shows the last test where its events were not heard; its coverage may be of bodies that changed since. */
  async function recall(): Promise<void> {
    const run = await studio.tests.read(null)
    if (!run) {
      // The studio was started anew: what ran in it runs no more.
      if (running.value) job.value = undefined
      return
    }
    takeOver(run)
    job.value = (await studio.jobs.list()).find(({ id }) => id === run.jobId)
  }

  async function cancel(): Promise<void> {
    if (job.value) await studio.jobs.cancel(job.value.id)
  }

  function setWatching(on: boolean): void {
    watching.value = on
    localStorage.setItem(watchKey, on ? 'on' : 'off')
  }

  /** Told of every lambda whose files were saved, by whomever; of `all` where what each of them runs with was. */
  function saved(slugs: readonly string[] | 'all'): void {
    if (!watching.value) return
    if (slugs === 'all') waiting.all = true
    else for (const slug of slugs) waiting.slugs.add(slug)
    if (!running.value) testWaiting()
  }

  function testWaiting(): void {
    const selection: TestSelection = waiting.all ? {} : { slugs: [...waiting.slugs] }
    waiting.slugs.clear()
    waiting.all = false
    if (selection.slugs?.length !== 0) void start(selection).catch(() => undefined)
  }

  function forgetCoverage(slug: string): void {
    if (running.value) outdated.add(slug)
    coverage.delete(slug)
  }

  /** Forgets a case that is not there any more. */
  const forgetCase = (slug: string, name: string): boolean => results.delete(resultKey(slug, name))

  function forgetLambda(slug: string): void {
    coverage.delete(slug)
    for (const [key, { lambda }] of results) if (lambda === slug) results.delete(key)
  }

  return {
    results,
    problems,
    job,
    durationMs,
    onlyFailed,
    watching,
    running,
    totals,
    failedSlugs,
    put,
    resultOf,
    coverageOf,
    start,
    recall,
    cancel,
    setWatching,
    saved,
    forgetCoverage,
    forgetCase,
    forgetLambda,
  }
})
