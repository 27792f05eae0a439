import type {
  CaseReport,
  CaseResult,
  LambdaCoverage,
  TestRun,
  TestSelection,
} from '../../contract/models/test.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import type { EmitEvent } from '../../contract/transport.ts'
import type { JobControl, Jobs } from '../jobs/jobs.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { CoverageOfLambdas } from './coverage/coverage-of-lambdas.ts'
import { loadCases } from './load-cases.ts'
import { planTests, type CaseKey, type PlacedCase } from './plan-tests.ts'
import { ResultBatches } from './result-batches.ts'
import { runTests } from './run-tests.ts'

/** What tests need. */
export interface TestPorts {
  readonly open: OpenWorkspace
  readonly pool: () => SandboxPool
  readonly jobs: Jobs
  readonly emit: EmitEvent
}

/** A test under way or ended. */
interface Running {
  readonly reports: CaseReport[]
  problems: readonly WorkspaceProblem[]
  coverage: readonly LambdaCoverage[]
  readonly startedAt: number
  durationMs: number | null
  ended: Promise<void>
}

/** Starts tests and remembers the last few. */
export class TestRuns {
  readonly #ports: TestPorts
  readonly #runs = new Map<string, Running>()
  #lastId: string | null = null

  constructor(ports: TestPorts) {
    this.#ports = ports
  }

  start(selection: TestSelection): string {
    const workspace = this.#ports.open.get()
    const onlyThese = selection.failed ? this.#failedBefore() : null
    const run: Running = {
      reports: [],
      problems: [],
      coverage: [],
      startedAt: performance.now(),
      durationMs: null,
      ended: Promise.resolve(),
    }
    const { jobId, ended } = this.#ports.jobs.start('test', (control) =>
      this.#carryOut(run, { workspace, selection, onlyThese, control }),
    )
    run.ended = ended
    this.#runs.set(jobId, run)
    this.#lastId = jobId
    for (const old of [...this.#runs.keys()].slice(0, -5)) this.#runs.delete(old)
    return jobId
  }

  /** Null where there is none of that name, or none at all. */
  read(jobId: string | null): TestRun | null {
    const id = jobId ?? this.#lastId
    const run = id === null ? undefined : this.#runs.get(id)
    return id !== null && run ? this.#snapshot(id, run) : null
  }

  async finish(jobId: string): Promise<TestRun | null> {
    await this.#runs.get(jobId)?.ended
    return this.read(jobId)
  }

  /** One case of a test with its report. */
  report(jobId: string | null, key: CaseKey): CaseReport | null {
    const run = this.#runs.get(jobId ?? this.#lastId ?? '')
    return run?.reports.findLast((each) => each.lambda === key.lambda && each.case === key.case) ?? null
  }

  async #carryOut(
    run: Running,
    given: {
      readonly workspace: Workspace
      readonly selection: TestSelection
      readonly onlyThese: readonly CaseKey[] | null
      readonly control: JobControl
    },
  ): Promise<void> {
    const { workspace, selection, onlyThese, control } = given
    const [loaded, { config }] = await Promise.all([loadCases(workspace, selection), workspace.info()])
    run.problems = loaded.problems
    const { toRun, examples } = planTests(loaded.cases, selection, onlyThese)
    const batches = new ResultBatches<CaseResult>((results) =>
      this.#ports.emit('tests.results', { jobId: control.jobId, results }),
    )
    const coverage = selection.coverage ? new CoverageOfLambdas(loaded.lambdas) : null
    const bail = new AbortController()
    const signal = AbortSignal.any([control.signal, bail.signal])
    const add = (result: CaseReport): void => {
      run.reports.push(result)
      batches.add(withoutReport(result))
      control.progress(run.reports.length, toRun.length + examples.length)
    }
    const { ecmaVersion } = config
    const options = { ecmaVersion, coverage: coverage !== null }
    await runTests(toRun, {
      pool: this.#ports.pool(),
      lambdas: loaded.lambdas,
      options,
      signal,
      onResult: (result) => {
        // What ends after the first failure was let go already and does not count.
        if (bail.signal.aborted) return
        coverage?.add(result)
        add(result)
        if (selection.bail && result.status === 'failed') bail.abort()
      },
    }).finally(() => {
      const isDone = new Set(run.reports.map(keyOf))
      for (const left of [...toRun, ...examples]) if (!isDone.has(keyOf(left))) add(skipped(left))
      run.coverage = coverage?.result() ?? []
      run.durationMs = performance.now() - run.startedAt
      batches.flush()
    })
  }

  #snapshot(jobId: string, run: Running): TestRun {
    const count = (status: CaseResult['status']) =>
      run.reports.filter((each) => each.status === status).length
    const job = this.#ports.jobs.list().find(({ id }) => id === jobId)
    return {
      jobId,
      state: job?.state ?? 'done',
      ...(job?.error && { error: job.error }),
      results: run.reports.map(withoutReport),
      totals: { passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
      coverage: run.coverage,
      problems: run.problems,
      durationMs: run.durationMs ?? performance.now() - run.startedAt,
    }
  }

  #failedBefore(): readonly CaseKey[] {
    const run = this.#runs.get(this.#lastId ?? '')
    return run?.reports.filter(({ status }) => status === 'failed') ?? []
  }
}

function skipped({ lambda, case: name }: PlacedCase): CaseReport {
  return { lambda, case: name, status: 'skipped', failures: [], durationMs: 0, report: null }
}

function withoutReport({ report: _report, ...result }: CaseReport): CaseResult {
  return result
}

function keyOf({ lambda, case: name }: CaseKey): string {
  return JSON.stringify([lambda, name])
}
