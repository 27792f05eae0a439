import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Expectation } from '../../electron/contract/models/case.ts'
import type { RunRequest } from '../../electron/contract/models/run.ts'
import type { CaseResult } from '../../electron/contract/models/test.ts'
import { bodyOf, caseOf } from '../documents/document.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { parseCase } from '../features/cases/parse-case.ts'
import { useRuns } from '../features/runs/runs-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { studio } from '../studio.ts'
import { useActiveLambda } from './active-lambda.ts'
import { isSameRun, requestFor, requestOfCase } from './run-request.ts'

/** What a run would run: the lambda that shows, with its own input or with the case that is worked on. */
interface Subject {
  readonly request: RunRequest
  readonly expectation?: Expectation
}

/** The lambda that shows, the case that is worked on, and their last run. */
export const useWork = defineStore('work', () => {
  const worked = useActiveLambda()
  const cases = useCases()
  const documents = useDocuments()
  const runs = useRuns()
  const tests = useTests()
  const workspace = useWorkspace()

  const slug = computed(() => worked.lambda?.id ?? '')
  const caseName = computed(() => cases.chosenOf(slug.value))
  const caseDocument = computed(() =>
    caseName.value === undefined ? undefined : documents.find(caseOf(slug.value, caseName.value)),
  )

  const subject = computed<Subject | undefined>(() => {
    const { lambda } = worked
    if (!lambda) return undefined
    const ecmaVersion = workspace.info?.config.ecmaVersion ?? 2021
    if (caseName.value === undefined) {
      const request = requestFor(lambda, ecmaVersion)
      return request && { request }
    }
    const parsed = parseCase(caseDocument.value?.text ?? '')
    if (!parsed.ok) return undefined
    const { expect: expectation } = parsed.content
    const request = requestOfCase(lambda, parsed.content, ecmaVersion)
    return expectation ? { request, expectation } : { request }
  })

  const runKey = computed(() =>
    caseName.value === undefined ? slug.value : `${slug.value}/${caseName.value}`,
  )
  const state = computed(() => runs.of(runKey.value))
  const running = computed(() => state.value?.kind === 'running')
  const reported = computed(() => runs.lastOf(runKey.value))
  const edited = computed(() => {
    if (!reported.value) return false
    return !subject.value || !isSameRun(subject.value.request, reported.value.request)
  })

  /** How the case that is worked on went; undefined for one that expects nothing. */
  const result = computed<CaseResult | undefined>(() => {
    const known = caseName.value === undefined ? undefined : tests.resultOf(slug.value, caseName.value)
    return known?.status === 'skipped' ? undefined : known
  })

  /** Results whose reports are shown already. */
  const shownResults = new WeakSet<CaseResult>()

  /** How often a run was asked for that could not be sent; what is wrong then shows. */
  const refusals = ref(0)

  /** Runs what is worked on, where its text is fit to be run. */
  function run(force = false): void {
    if (subject.value) void carryOut(subject.value, force)
    else refusals.value += 1
  }

  async function carryOut({ request, expectation }: Subject, force: boolean): Promise<void> {
    const [key, lambda, name] = [runKey.value, slug.value, caseName.value]
    const asked = force ? { ...request, force } : request
    await runs.run(key, asked)
    const last = runs.lastOf(key)
    if (runs.of(key)?.kind !== 'reported' || !last || name === undefined || !expectation) return
    const failures = await studio.cases.failuresOf(last.report, expectation)
    const { durationMs } = last.report
    const status = failures.length > 0 ? 'failed' : 'passed'
    const made: CaseResult = { lambda, case: name, status, failures, durationMs }
    shownResults.add(made)
    tests.put(made)
  }

  const stop = (): void => void runs.cancel(runKey.value)

  /** Shows the run that a test made of the case that is worked on. */
  async function showTested(): Promise<void> {
    const [key, lambda, name, asked] = [runKey.value, slug.value, caseName.value, subject.value]
    const made = result.value
    if (name === undefined || !asked || !made || shownResults.has(made)) return
    shownResults.add(made)
    // A test runs what is saved, whatever the editor holds.
    const body = documents.find(bodyOf(lambda))?.saved?.text ?? asked.request.body
    const tested = await studio.tests.report(null, lambda, name).catch(() => null)
    if (tested?.report) {
      runs.put(key, { kind: 'reported', request: { ...asked.request, body }, report: tested.report })
    }
  }

  return {
    slug,
    caseName,
    caseDocument,
    subject,
    runKey,
    state,
    running,
    reported,
    edited,
    result,
    refusals,
    run,
    stop,
    showTested,
  }
})
