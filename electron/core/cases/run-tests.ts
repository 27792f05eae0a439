import type { StudioError } from '../../contract/errors.ts'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { RunReport } from '../../contract/models/run.ts'
import type { CaseFailure, CaseReport } from '../../contract/models/test.ts'
import { messageOf, said } from '../../contract/words.ts'
import { runLambdas, type RunResult } from '../runs/run-lambdas.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import { requestOfCase, type CaseRunOptions } from './case-request.ts'
import { endsWell, failuresOf } from './match.ts'
import type { PlacedCase } from './plan-tests.ts'

/** What a test is carried out with. */
export interface TestContext {
  readonly pool: SandboxPool
  readonly lambdas: ReadonlyMap<string, Lambda>
  readonly options: CaseRunOptions
  readonly signal: AbortSignal
  /** Called once for each case that was run, as it ends. */
  readonly onResult: (result: CaseReport) => void
}

/** Runs the cases, spread over the sandbox processes. A case that was cancelled gives no result. */
export async function runTests(cases: readonly PlacedCase[], context: TestContext): Promise<void> {
  const ready = cases.flatMap((each) => {
    const lambda = context.lambdas.get(each.lambda)
    return lambda ? [{ ...each, owner: lambda }] : []
  })
  const plain = ready.filter(({ content }) => !content.property)
  const varied = ready.filter(({ content }) => content.property)
  await Promise.all([runPlain(plain, context), ...varied.map((each) => runVaried(each, context))])
}

type OwnedCase = PlacedCase & { readonly owner: Lambda }

async function runPlain(cases: readonly OwnedCase[], context: TestContext): Promise<void> {
  const { pool, options, signal, onResult } = context
  const requests = cases.map(({ owner, content }) => requestOfCase(owner, content, options))
  const end = (result: RunResult, index: number): void => {
    const placed = cases[index]
    if (placed && !isCancelled(result)) onResult(resultOf(placed, result))
  }
  await runLambdas(pool, requests, end, signal)
}

async function runVaried(placed: OwnedCase, context: TestContext): Promise<void> {
  // fast-check takes a while to load, and most tests have no use for it.
  const { runProperty } = await import('./property/run-property.ts')
  const result = await runProperty(placed.owner, placed, context)
  if (result) context.onResult(result)
}

function isCancelled(result: RunResult): boolean {
  return result.kind === 'failed' && ['run-cancelled', 'studio-closed'].includes(result.error.code)
}

function resultOf(placed: PlacedCase, result: RunResult): CaseReport {
  return result.kind === 'report' ? judged(placed, result.report) : notRun(placed, result.error)
}

/** Holds a report against the expectation of its case. */
function judged({ lambda, case: name, content }: PlacedCase, report: RunReport): CaseReport {
  const failures = failuresOf(content.expect ?? endsWell, report)
  const status = failures.length === 0 ? 'passed' : 'failed'
  return { lambda, case: name, status, failures, durationMs: report.durationMs, report }
}

/** A case that could not be run is no case that passed. */
function notRun({ lambda, case: name }: PlacedCase, error: StudioError): CaseReport {
  const { code } = error
  const failures = [
    said<CaseFailure>({ path: 'outcome', expected: 'a run', actual: code, message: messageOf(error) }),
  ]
  return { lambda, case: name, status: 'failed', failures, durationMs: 0, report: null }
}
