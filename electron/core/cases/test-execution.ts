import type { CaseReport, LambdaCoverage, TestSelection } from '../../contract/models/test.ts'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { valueOf } from '../files/settled.ts'
import type { JobControl } from '../jobs/jobs.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import { settingsPlace } from '../workspace/layout.ts'
import { Queue } from '../workspace/queue.ts'
import { nameOf } from '../workspace/workspace-files.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { CoverageOfLambdas } from './coverage/coverage-of-lambdas.ts'
import { findBrokenLambdas, findCases, loadLambda } from './load-cases.ts'
import { isTest, keyOf, planTests, type CaseKey } from './plan-tests.ts'
import { runTests } from './run-tests.ts'

/** Lambdas that are read, checked and run at the same time. */
const parallelLambdas = 8

/** What a test is asked to do, and with what. */
export interface TestOrder {
  readonly workspace: Workspace
  readonly pool: SandboxPool
  readonly selection: TestSelection
  /** Only these cases, for those that failed before; null for all. */
  readonly onlyThese: readonly CaseKey[] | null
  readonly control: Pick<JobControl, 'signal' | 'progress'>
  /** Lambdas to be tested in the place of the workspace's own, by slug. */
  readonly inPlace?: ReadonlyMap<string, Lambda>
  /** Called once for each case. */
  readonly onResult: (result: CaseReport) => void
}

/** One test being carried out: lambdas are read while others are run. */
export class TestExecution {
  readonly #order: TestOrder
  readonly #lambdas = new Map<string, Lambda>()
  readonly #coverage: CoverageOfLambdas | null
  readonly #bail = new AbortController()
  readonly #done = new Set<string>()
  readonly #problems: WorkspaceProblem[] = []
  #broken: readonly WorkspaceProblem[] = []
  readonly #loads = new Queue()
  #chosen: readonly CaseKey[] = []

  constructor(order: TestOrder) {
    this.#order = order
    this.#coverage = order.selection.coverage ? new CoverageOfLambdas(this.#lambdas) : null
  }

  get problems(): readonly WorkspaceProblem[] {
    const told = new Set(this.#broken.map(({ slug }) => slug))
    return [...this.#broken, ...this.#problems.filter((each) => !isOfLambda(each) || !told.has(each.slug))]
  }

  coverage(): readonly LambdaCoverage[] {
    return this.#coverage?.result() ?? []
  }

  /** @throws StudioError `lambda-not-found`, and what keeps the sandbox from coming up */
  async run(): Promise<void> {
    const { workspace, selection, onlyThese, pool } = this.#order
    pool.prepare(likelyMany(selection))
    const found = await findCases(workspace, selection)
    const { config, problems } = workspace.info()
    this.#problems.push(...problems, ...found.problems)
    this.#chosen = planTests(found.keys, selection, onlyThese)
    const byLambda = [...Map.groupBy(this.#chosen, ({ lambda }) => lambda)]
    try {
      const running = mapInParallel(byLambda, parallelLambdas, ([slug, keys]) =>
        this.#runLambda(slug, keys, config.ecmaVersion),
      )
      // Behind the first lambdas, which can be run in the meantime.
      const [ran, looked] = await Promise.allSettled([running, this.#loads.add(() => this.#findBroken())])
      valueOf<unknown>(ran)
      valueOf(looked)
    } finally {
      this.#skip(this.#chosen.filter((key) => !this.#done.has(keyOf(key))))
    }
  }

  async #findBroken(): Promise<void> {
    const { workspace, selection, control } = this.#order
    const isOfAll = !selection.slugs && !selection.cases
    if (isOfAll && !control.signal.aborted) this.#broken = await findBrokenLambdas(workspace)
  }

  async #runLambda(slug: string, keys: readonly CaseKey[], ecmaVersion: number): Promise<void> {
    const { workspace, pool, control, inPlace } = this.#order
    const signal = AbortSignal.any([control.signal, this.#bail.signal])
    if (signal.aborted) return
    const names = keys.map((key) => key.case)
    const {
      lambda: own,
      cases,
      problems,
    } = await this.#loads.add(async () => {
      // Between the files of two lambdas the sandboxes are heard, which wait for more to run.
      await nextTurn()
      return loadLambda(workspace, slug, names)
    })
    const lambda = inPlace?.get(slug) ?? own
    this.#problems.push(...problems)
    if (lambda) this.#lambdas.set(slug, lambda)
    this.#forget(keys.filter((key) => !cases.some((each) => each.case === key.case)))
    const toRun = cases.filter(({ content }) => isTest(content))
    await runTests(toRun, {
      pool,
      lambdas: this.#lambdas,
      options: { ecmaVersion, coverage: this.#coverage !== null },
      signal,
      onResult: (result) => this.#take(result),
    })
    this.#skip(cases.filter(({ content }) => !isTest(content)))
  }

  #take(result: CaseReport): void {
    // What ends after the first failure was let go already and does not count.
    if (this.#bail.signal.aborted) return
    this.#coverage?.add(result)
    this.#tell(result)
    if (this.#order.selection.bail && result.status === 'failed') this.#bail.abort()
  }

  #skip(keys: readonly CaseKey[]): void {
    for (const { lambda, case: name } of keys) {
      this.#tell({ lambda, case: name, status: 'skipped', failures: [], durationMs: 0, report: null })
    }
  }

  /** A case that cannot be read is among the problems instead of the results. */
  #forget(keys: readonly CaseKey[]): void {
    for (const key of keys) this.#done.add(keyOf(key))
  }

  #tell(result: CaseReport): void {
    this.#done.add(keyOf(result))
    this.#order.onResult(result)
    this.#order.control.progress(this.#done.size, this.#chosen.length)
  }
}

/** Whether it is about a lambda as a whole, which its listing tells better. */
function isOfLambda({ slug, file }: WorkspaceProblem): boolean {
  return slug !== undefined && file === nameOf(settingsPlace(slug))
}

/** How many processes a test may keep busy, before its cases are read: they come up in the meantime. */
function likelyMany({ cases, slugs }: TestSelection): number {
  return cases?.length ?? (slugs ? slugs.length : Number.POSITIVE_INFINITY)
}
