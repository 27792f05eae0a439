import { StudioError } from '../../contract/errors.ts'
import type { RunReport, RunRequest } from '../../contract/models/run.ts'
import type { TaskEnd } from './order.ts'
import { reportOfEnd } from './report-of-end.ts'
import { prepareRun, type PreparedRun } from './run-lambda.ts'
import type { SandboxPool } from './sandbox-pool.ts'

/** What one of many runs gives: its report, or why there is none. */
export type RunResult =
  | { readonly kind: 'report'; readonly report: RunReport }
  | { readonly kind: 'failed'; readonly error: StudioError }

/**
 * Runs many lambdas, spread over the sandbox processes; much faster than one after the other, most of all where
 * requests share a body. `onResult` is called once for each request, as the runs end; the promise settles after the
 * last. An aborted signal ends those that are left as failed with `run-cancelled`.
 */
export async function runLambdas(
  pool: SandboxPool,
  requests: readonly RunRequest[],
  onResult: (result: RunResult, index: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const allowed: { readonly prepared: PreparedRun; readonly index: number }[] = []
  for (const [index, request] of requests.entries()) {
    const result = attempt(() => prepareRun(request, pool.limits))
    if (result.kind === 'failed') onResult(result, index)
    else if ('outcome' in result.value) onResult({ kind: 'report', report: result.value }, index)
    else allowed.push({ prepared: result.value, index })
  }
  await pool.runMany(
    allowed.map(({ prepared }) => prepared.task),
    (end, at) => {
      const run = allowed[at]
      if (run) onResult(resultOf(run.prepared, end), run.index)
    },
    signal,
  )
}

function resultOf({ context }: PreparedRun, end: TaskEnd): RunResult {
  const result = attempt(() => reportOfEnd(context, end))
  return result.kind === 'failed' ? result : { kind: 'report', report: result.value }
}

type Attempt<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'failed'; readonly error: StudioError }

function attempt<T>(act: () => T): Attempt<T> {
  try {
    return { kind: 'done', value: act() }
  } catch (thrown) {
    if (thrown instanceof StudioError) return { kind: 'failed', error: thrown }
    throw thrown
  }
}
