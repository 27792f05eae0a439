import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { RunReport, RunRequest } from '../../../electron/contract/models/run.ts'
import { studio } from '../../studio.ts'

/** A run that gave its report; `request` tells whether the texts were edited since. */
export interface ReportedRun {
  readonly kind: 'reported'
  readonly request: RunRequest
  readonly report: RunReport
}

/** Where a lambda's run stands. `before` is the report to look at until there is a newer one. */
export type RunState =
  | ReportedRun
  | { readonly kind: 'running'; readonly runId: string; readonly before: ReportedRun | undefined }
  | { readonly kind: 'failed'; readonly error: ErrorData; readonly before: ReportedRun | undefined }

/** Runs lambdas and keeps the last result of each, by the lambda's id, or by its and the case's. */
export const useRuns = defineStore('runs', () => {
  const states = shallowReactive(new Map<string, RunState>())

  async function run(id: string, request: RunRequest): Promise<void> {
    const runId = crypto.randomUUID()
    const before = lastReport(states.get(id))
    states.set(id, { kind: 'running', runId, before })
    const state = await outcomeOf({ ...request, runId }, before)
    if (isCurrent(id, runId)) states.set(id, state)
  }

  async function cancel(id: string): Promise<void> {
    const state = states.get(id)
    if (state?.kind !== 'running') return
    // Where the studio can't be reached, the run's own call fails as well and says so.
    await studio.runs.cancel(state.runId).catch(() => false)
  }

  function isCurrent(id: string, runId: string): boolean {
    const state = states.get(id)
    return state?.kind === 'running' && state.runId === runId
  }

  const of = (id: string): RunState | undefined => states.get(id)
  /** The last report, also while the next run is under way or where its call failed. */
  const lastOf = (id: string): ReportedRun | undefined => lastReport(states.get(id))
  /** Takes over a run that was made elsewhere, as in a test. */
  const put = (id: string, run: ReportedRun): void => void states.set(id, run)
  const forget = (id: string): boolean => states.delete(id)

  const failedIds = computed(
    () => new Set([...states].flatMap(([id, state]) => (didNotComplete(state) ? [id] : []))),
  )

  return { run, cancel, of, lastOf, put, forget, failedIds }
})

async function outcomeOf(request: RunRequest, before: ReportedRun | undefined): Promise<RunState> {
  try {
    return { kind: 'reported', request, report: await studio.runs.run(request) }
  } catch (thrown) {
    return { kind: 'failed', error: toErrorData(thrown), before }
  }
}

function lastReport(state: RunState | undefined): ReportedRun | undefined {
  return state?.kind === 'reported' ? state : state?.before
}

function didNotComplete(state: RunState): boolean {
  const last = lastReport(state)
  return last !== undefined && last.report.outcome !== 'completed'
}
