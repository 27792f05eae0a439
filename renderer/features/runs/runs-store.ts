import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { RunReport, RunRequest } from '../../../electron/contract/models/run.ts'
import { studio } from '../../studio.ts'

/** The last run of one lambda. `request` tells whether the texts were edited since. */
export type RunState =
  { readonly kind: 'running'; readonly runId: string; readonly before?: FinishedRun } | FinishedRun

export type FinishedRun =
  | { readonly kind: 'reported'; readonly request: RunRequest; readonly report: RunReport }
  | { readonly kind: 'failed'; readonly error: ErrorData }

/** Runs lambdas and keeps the last result of each, by the lambda's id, or by its and the case's. */
export const useRuns = defineStore('runs', () => {
  const states = shallowReactive(new Map<string, RunState>())

  async function run(id: string, request: RunRequest): Promise<void> {
    const runId = crypto.randomUUID()
    states.set(id, { kind: 'running', runId, before: finished(states.get(id)) })
    const state = await outcomeOf({ ...request, runId })
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
  /** The last run that is over, also while the next one is under way. */
  const lastOf = (id: string): FinishedRun | undefined => finished(states.get(id))
  /** Takes over a run that was made elsewhere, as in a test. */
  const put = (id: string, run: FinishedRun): void => void states.set(id, run)
  const forget = (id: string): boolean => states.delete(id)

  const failedIds = computed(() => new Set([...states].flatMap(([id, state]) => (failed(state) ? [id] : []))))

  return { run, cancel, of, lastOf, put, forget, failedIds }
})

async function outcomeOf(request: RunRequest): Promise<FinishedRun> {
  try {
    return { kind: 'reported', request, report: await studio.runs.run(request) }
  } catch (thrown) {
    return { kind: 'failed', error: toErrorData(thrown) }
  }
}

function failed(state: RunState): boolean {
  const last = finished(state)
  return last?.kind === 'failed' || (last?.kind === 'reported' && last.report.outcome !== 'completed')
}

/** What to show while the next run is under way. */
function finished(state: RunState | undefined): FinishedRun | undefined {
  return state?.kind === 'running' ? state.before : state
}
