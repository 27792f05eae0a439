import type { Lambda } from '../../contract/models/lambda.ts'
import type { PushFailure } from '../../contract/models/sync.ts'
import { loadCases } from '../cases/load-cases.ts'
import { planTests } from '../cases/plan-tests.ts'
import { runTests } from '../cases/run-tests.ts'
import { describeLambdaType } from '../catalogue/catalogue.ts'
import { checkBody } from '../checks/check-body.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What lambdas are checked with before a push. */
export interface PreflightContext {
  readonly workspace: Workspace
  readonly pool: () => SandboxPool
  readonly signal: AbortSignal
}

/** Checks lambdas and runs their cases; gives those that had better not be pushed. */
export async function preflight(
  lambdas: readonly Lambda[],
  context: PreflightContext,
): Promise<readonly PushFailure[]> {
  const { ecmaVersion } = (await context.workspace.info()).config
  const failed = await failedCases(lambdas, context, ecmaVersion)
  return lambdas.flatMap(({ slug, type, engineType, body }) => {
    const problems = checkBody({
      lambdaType: describeLambdaType(type),
      engineType,
      body,
      ecmaVersion,
    }).filter(({ severity }) => severity === 'error')
    const cases = failed.get(slug) ?? []
    return problems.length + cases.length === 0 ? [] : [{ slug, problems, failedCases: cases }]
  })
}

async function failedCases(
  lambdas: readonly Lambda[],
  { workspace, pool, signal }: PreflightContext,
  ecmaVersion: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const loaded = await loadCases(workspace, { slugs: lambdas.map(({ slug }) => slug) })
  const { toRun } = planTests(loaded.cases, {}, null)
  const failed = new Map<string, string[]>()
  if (toRun.length === 0) return failed
  await runTests(toRun, {
    pool: pool(),
    lambdas: new Map(lambdas.map((lambda) => [lambda.slug, lambda])),
    options: { ecmaVersion, coverage: false },
    signal,
    onResult: ({ lambda, case: name, status }) => {
      if (status === 'failed') failed.set(lambda, [...(failed.get(lambda) ?? []), name])
    },
  })
  return failed
}
