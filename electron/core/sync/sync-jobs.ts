import { toErrorData, StudioError, type ErrorData } from '../../contract/errors.ts'
import type { PushFailure, SyncReport, SyncResult } from '../../contract/models/sync-order.ts'
import type { EmitEvent } from '../../contract/transport.ts'
import { say } from '../../contract/words.ts'
import { ResultBatches } from '../cases/result-batches.ts'
import type { JobControl, Jobs, StartedJob } from '../jobs/jobs.ts'

/** What the work of a sync job tells as it goes. */
export interface SyncJobControl extends Omit<JobControl, 'progress'> {
  /** How many entries there are. */
  readonly expect: (total: number) => void
  /** One entry ended, or ended otherwise than it was told before. */
  readonly report: (result: SyncResult) => void
  /** Why nothing was pushed. */
  readonly stopFor: (failures: readonly PushFailure[]) => void
  /** What was done can be taken back. */
  readonly mayUndo: () => void
}

interface Running {
  readonly instance: string
  readonly results: Map<string, SyncResult>
  failures: readonly PushFailure[]
  error: ErrorData | null
  isUndoable: boolean
  started: StartedJob | null
}

/** Reports that are remembered. */
const mostKept = 20

/** Pushes, pulls, promotions and undos under way, and the last ones that ended. */
export class SyncJobs {
  readonly #jobs: Jobs
  readonly #emit: EmitEvent
  readonly #running = new Map<string, Running>()
  readonly #busy = new Set<string>()

  constructor(jobs: Jobs, emit: EmitEvent) {
    this.#jobs = jobs
    this.#emit = emit
  }

  /**
   * Starts a job. Jobs of one instance do not run side by side.
   * @throws StudioError `sync-under-way`
   */
  start(instance: string, work: (control: SyncJobControl) => Promise<void>): string {
    if (this.#busy.has(instance)) throw underWay(instance)
    this.#busy.add(instance)
    const running: Running = {
      instance,
      results: new Map(),
      failures: [],
      error: null,
      isUndoable: false,
      started: null,
    }
    running.started = this.#jobs.start('sync', (control) =>
      this.#carryOut(running, control, work).finally(() => this.#busy.delete(instance)),
    )
    const { jobId } = running.started
    this.#running.set(jobId, running)
    for (const old of [...this.#running.keys()].slice(0, -mostKept)) this.#running.delete(old)
    return jobId
  }

  /** Null where the job is not known. */
  read(jobId: string): SyncReport | null {
    const running = this.#running.get(jobId)
    if (!running) return null
    const { instance, results, failures, error, isUndoable, started } = running
    return {
      jobId,
      instance,
      state: started?.job().state ?? 'running',
      results: [...results.values()],
      failures,
      error,
      undoable: isUndoable,
    }
  }

  /** @throws StudioError `job-not-found` */
  async finish(jobId: string): Promise<SyncReport> {
    await this.#running.get(jobId)?.started?.ended
    const report = this.read(jobId)
    if (report) return report
    throw new StudioError({
      code: 'job-not-found',
      message: 'That push or pull is not known any more.',
      hint: 'Compare again to see how things are.',
    })
  }

  async #carryOut(
    running: Running,
    { jobId, signal, ...job }: JobControl,
    work: (control: SyncJobControl) => Promise<void>,
  ): Promise<void> {
    const batches = new ResultBatches<SyncResult>((results) => this.#emit('sync.results', { jobId, results }))
    let total = 0
    try {
      await work({
        jobId,
        signal,
        expect: (count) => job.progress(running.results.size, (total = count)),
        report: (result) => {
          running.results.set(JSON.stringify([result.action, result.slug, result.id]), result)
          batches.add(result)
          job.progress(running.results.size, total)
        },
        stopFor: (failures) => (running.failures = failures),
        mayUndo: () => (running.isUndoable = true),
      })
    } catch (thrown) {
      running.error = toErrorData(thrown)
      throw thrown
    } finally {
      batches.flush()
    }
  }
}

function underWay(instance: string): StudioError {
  return new StudioError({
    code: 'sync-under-way',
    message: say`A push or pull with ${instance} is under way already.`,
    hint: 'Wait for its end, or cancel it.',
  })
}
