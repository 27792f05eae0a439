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
import { keyOf, type CaseKey } from './plan-tests.ts'
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
  readonly reports: CaseReport[]
  /** The last of each case, by its key. */
  readonly byKey: Map<string, CaseReport>
  problems: readonly WorkspaceProblem[]
  coverage: readonly LambdaCoverage[]
  readonly startedAt: number
  durationMs: number | null
  ended: Promise<void>
}

/** What a test is asked to do, by a job. */
type StartedOrder = Omit<TestOrder, 'pool' | 'onResult' | 'control'> & { readonly control: JobControl }

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
      byKey: new Map(),
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
    return run?.byKey.get(keyOf(key)) ?? null
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
      run.problems = execution.problems
      run.coverage = execution.coverage()
      run.durationMs = performance.now() - run.startedAt
      batches.flush()
    }
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

function withoutReport({ report: _report, ...result }: CaseReport): CaseResult {
  return result
}
