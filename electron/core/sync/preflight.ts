import { basename } from 'node:path'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { PushFailure } from '../../contract/models/sync-order.ts'
import { TestExecution } from '../cases/test-execution.ts'
import { describeLambdaType } from '../catalogue/catalogue.ts'
import { checkBodyOnce } from '../checks/check-cache.ts'
import { missingEngine } from '../checks/missing-engine.ts'
import type { Instance } from '../instance/instance.ts'
import { readVersion } from '../instance/version.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What lambdas are checked with before a push. */
export interface PreflightContext {
  readonly workspace: Workspace
  readonly pool: () => SandboxPool
  readonly signal: AbortSignal
  /** Where they go. */
  readonly instance: Instance
}

/** Checks lambdas as they would be pushed and runs their cases; gives those that had better not be pushed. */
export async function preflight(
  lambdas: readonly Lambda[],
  context: PreflightContext,
): Promise<readonly PushFailure[]> {
  if (lambdas.length === 0) return []
  const { config } = context.workspace.info()
  const [version, failed] = await Promise.all([knownVersion(context), failedCases(lambdas, context)])
  return lambdas.flatMap(({ slug, type, engineType, body }) => {
    const found = checkBodyOnce({
      lambdaType: describeLambdaType(type),
      engineType,
      body,
      ecmaVersion: config.ecmaVersion,
    })
    const engine = version === null ? null : missingEngine(version, engineType)
    const problems = [...(engine ? [engine] : []), ...found.filter(({ severity }) => severity === 'error')]
    const cases = failed.get(slug) ?? []
    return problems.length + cases.length === 0 ? [] : [{ slug, problems, failedCases: cases }]
  })
}

/** Null where the instance does not tell: what else is wrong with it, the push itself finds out. */
async function knownVersion({ instance, signal }: PreflightContext): Promise<string | null> {
  return readVersion(instance, signal).catch(() => null)
}

/** Names of the cases that failed or could not be read, by slug. */
async function failedCases(
  lambdas: readonly Lambda[],
  { workspace, pool, signal }: PreflightContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const failed = new Map<string, string[]>()
  const fail = (slug: string, name: string): void =>
    void failed.set(slug, [...(failed.get(slug) ?? []), name])
  const execution = new TestExecution({
    workspace,
    pool: pool(),
    selection: { slugs: lambdas.map(({ slug }) => slug) },
    onlyThese: null,
    inPlace: new Map(lambdas.map((lambda) => [lambda.slug, lambda])),
    control: { signal, progress: () => undefined },
    onResult: ({ lambda, case: name, status }) => {
      if (status === 'failed') fail(lambda, name)
    },
  })
  await execution.run()
  for (const { slug, file } of execution.problems) if (slug !== undefined) fail(slug, basename(file, '.json'))
  return failed
}
