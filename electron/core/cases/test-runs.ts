import type {
  CaseReport,
  CaseResult,
  LambdaCoverage,
  TestRun,
  TestSelection,
} from '../../contract/models/test.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import type { EmitEvent } from '../../contract/transport.ts'
import type { JobControl, Jobs, StartedJob } from '../jobs/jobs.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { byName, keyOf, type CaseKey } from './plan-tests.ts'
import { ResultBatches } from './result-batches.ts'
import { TestExecution, type TestOrder } from './test-execution.ts'

/** What tests need. */
export interface TestPorts {
  readonly open: OpenWorkspace
  readonly pool: () => SandboxPool
  readonly jobs: Jobs
  readonly emit: EmitEvent
}

/** A test under way or ended. */
interface Running {
  /** Of the workspace that was tested. */
  readonly folder: string
  readonly reports: CaseReport[]
  /** The last of each case, by its key. */
  readonly byKey: Map<string, CaseReport>
  problems: readonly WorkspaceProblem[]
  coverage: readonly LambdaCoverage[]
  readonly startedAt: number
  durationMs: number | null
  started: StartedJob | null
}

/** What a test is asked to do, by a job. */
type StartedOrder = Omit<TestOrder, 'pool' | 'onResult' | 'control'> & { readonly control: JobControl }

/** Tests that are remembered. */
const mostKept = 5

/** Starts tests and remembers the last few. */
export class TestRuns {
  readonly #ports: TestPorts
  readonly #runs = new Map<string, Running>()

  constructor(ports: TestPorts) {
    this.#ports = ports
  }

  start(selection: TestSelection): string {
    const workspace = this.#ports.open.get()
    const onlyThese = selection.failed ? this.#failedBefore() : null
    const run: Running = {
      folder: workspace.files.folder,
      reports: [],
      byKey: new Map(),
      problems: [],
      coverage: [],
      startedAt: performance.now(),
      durationMs: null,
      started: null,
    }
    run.started = this.#ports.jobs.start('test', (control) =>
      this.#carryOut(run, { workspace, selection, onlyThese, control }),
    )
    const { jobId } = run.started
    this.#runs.set(jobId, run)
    for (const old of [...this.#runs.keys()].slice(0, -mostKept)) this.#runs.delete(old)
    return jobId
  }

  /** The last test of the open workspace for null. Null where there is none of that name, or none at all. */
  read(jobId: string | null): TestRun | null {
    const run = this.#find(jobId)
    return run?.started ? snapshotOf(run, run.started) : null
  }

  async finish(jobId: string): Promise<TestRun | null> {
    await this.#runs.get(jobId)?.started?.ended
    return this.read(jobId)
  }

  /** One case of a test with its report. */
  report(jobId: string | null, key: CaseKey): CaseReport | null {
    return this.#find(jobId)?.byKey.get(keyOf(key)) ?? null
  }

  async #carryOut(run: Running, order: StartedOrder): Promise<void> {
    const { jobId } = order.control
    const batches = new ResultBatches<CaseResult>((results) =>
      this.#ports.emit('tests.results', { jobId, results }),
    )
    const execution = new TestExecution({
      ...order,
      pool: this.#ports.pool(),
      onResult: (result) => {
        run.reports.push(result)
        run.byKey.set(keyOf(result), result)
        batches.add(withoutReport(result))
      },
    })
    try {
      await execution.run()
    } finally {
      // They came as they ended, which is never the same twice.
      run.reports.sort(byName)
      run.problems = execution.problems
      run.coverage = execution.coverage()
      run.durationMs = performance.now() - run.startedAt
      batches.flush()
    }
  }

  #find(jobId: string | null): Running | undefined {
    if (jobId !== null) return this.#runs.get(jobId)
    const { folder } = this.#ports.open.get().files
    return [...this.#runs.values()].findLast((run) => run.folder === folder)
  }

  #failedBefore(): readonly CaseKey[] {
    return this.#find(null)?.reports.filter(({ status }) => status === 'failed') ?? []
  }
}

function withoutReport({ report: _report, ...result }: CaseReport): CaseResult {
  return result
}

function snapshotOf(run: Running, { jobId, job }: StartedJob): TestRun {
  const count = (status: CaseResult['status']) => run.reports.filter((each) => each.status === status).length
  const { state, error } = job()
  return {
    jobId,
    state,
    ...(error && { error }),
    results: run.reports.map(withoutReport),
    totals: { passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
    coverage: run.coverage,
    problems: run.problems,
    durationMs: run.durationMs ?? performance.now() - run.startedAt,
  }
}
