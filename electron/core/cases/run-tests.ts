import type { Lambda } from '../../contract/models/lambda.ts'
import type { CaseReport } from '../../contract/models/test.ts'
import { runLambdas, type RunResult } from '../runs/run-lambdas.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import { requestOfCase, type CaseRunOptions } from './case-request.ts'
import { judge, type Judged } from './judge.ts'
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
    const judged = placed && judge(placed.content, result)
    if (judged) onResult(resultOf(placed, judged))
  }
  await runLambdas(pool, requests, end, signal)
}

async function runVaried(placed: OwnedCase, context: TestContext): Promise<void> {
  // fast-check takes a while to load, and most tests have no use for it.
  const { runProperty } = await import('./property/run-property.ts')
  const result = await runProperty(placed.owner, placed, context)
  if (result) context.onResult(result)
}

function resultOf({ lambda, case: name }: PlacedCase, { report, failures }: Judged): CaseReport {
  const status = failures.length === 0 ? 'passed' : 'failed'
  return { lambda, case: name, status, failures, durationMs: report?.durationMs ?? 0, report }
}
