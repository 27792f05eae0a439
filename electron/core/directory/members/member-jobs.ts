import { StudioError, toErrorData, type ErrorData } from '../../../contract/errors.ts'
import type { MemberResultPage, resultQuery } from '../../../contract/models/directory-member-change.ts'
import type { z } from 'zod'
import type { JobControl, Jobs, StartedJob } from '../../jobs/jobs.ts'
import { jobNotFound } from '../failures.ts'
import { Ledger, type OrderRow } from './ledger.ts'
import { cancelledEnding, stoppedEnding } from './send-batches.ts'

/** Jobs whose results are remembered. */
const mostKept = 10

/** What the work of a job may do besides its work. */
export interface MemberControl {
  readonly signal: AbortSignal
  isOver(): boolean
  stop(error: ErrorData): void
  /** Tells for whom results are to come. */
  open(rows: readonly OrderRow[]): Ledger
}

interface Kept {
  ledger: Ledger | null
  error: ErrorData | null
  started: StartedJob | null
}

/** Changes of memberships that run as jobs, with what became of each user. */
export class MemberJobs {
  readonly #jobs: Jobs
  readonly #kept = new Map<string, Kept>()

  constructor(jobs: Jobs) {
    this.#jobs = jobs
  }

  start(work: (control: MemberControl) => Promise<void>): string {
    const kept: Kept = { ledger: null, error: null, started: null }
    kept.started = this.#jobs.start('members', (job) => carryOut(kept, job, work))
    const { jobId } = kept.started
    this.#kept.set(jobId, kept)
    for (const old of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(old)
    return jobId
  }

  /** @throws StudioError `job-not-found` */
  results(
    jobId: string,
    { startRow, numberOfResults, outcome }: z.output<typeof resultQuery>,
  ): MemberResultPage {
    const { ledger, error, started } = this.#find(jobId)
    const all = ledger?.results ?? []
    const asked = outcome === undefined ? all : all.filter((result) => result.outcome === outcome)
    return {
      jobId,
      state: started?.job().state ?? 'running',
      results: asked.slice(startRow, startRow + numberOfResults),
      total: asked.length,
      totals: ledger?.totals ?? { done: 0, skipped: 0, failed: 0 },
      error,
    }
  }

  /** Settles when the job has ended. @throws StudioError `job-not-found` */
  async ended(jobId: string): Promise<void> {
    await this.#find(jobId).started?.ended
  }

  #find(jobId: string): Kept {
    const kept = this.#kept.get(jobId)
    if (kept) return kept
    throw jobNotFound(jobId)
  }
}

async function carryOut(
  kept: Kept,
  job: JobControl,
  work: (control: MemberControl) => Promise<void>,
): Promise<void> {
  const { signal } = job
  const control: MemberControl = {
    signal,
    isOver: () => signal.aborted || kept.error !== null,
    stop: (error) => (kept.error ??= error),
    open: (rows) => (kept.ledger = new Ledger(rows, (done, total) => job.progress(done, total))),
  }
  try {
    await work(control)
  } catch (thrown) {
    const isCancelled = thrown instanceof StudioError && thrown.code === 'cancelled' && signal.aborted
    if (!isCancelled) kept.error ??= toErrorData(thrown)
  }
  kept.ledger?.endRest(kept.error && !signal.aborted ? stoppedEnding(kept.error) : cancelledEnding)
  if (kept.error) throw new StudioError(kept.error)
}
