import { randomUUID } from 'node:crypto'
import { toErrorData } from '../../contract/errors.ts'
import type { Job } from '../../contract/models/job.ts'
import type { EmitEvent } from '../../contract/transport.ts'

/** What the work of a job may do besides its work. */
export interface JobControl {
  readonly jobId: string
  readonly signal: AbortSignal
  /** Tells how far the work is. */
  progress(done: number, total: number): void
}

/** A job that was started. */
export interface StartedJob {
  readonly jobId: string
  /** Settles when the work has ended, however it ended; never rejects. */
  readonly ended: Promise<void>
  /** The job as it is now, also once {@link Jobs.list} has forgotten it. */
  readonly job: () => Job
}

interface Entry {
  job: Job
  readonly abort: AbortController
  /** By the clock that nobody puts back. */
  lastTold: number
}

/** Progress is told this often at most, in milliseconds. */
const tellEveryMs = 50
/** Ended jobs that are remembered. */
const mostKept = 20

/** Long work: started, told of, cancelled. */
export class Jobs {
  readonly #emit: EmitEvent
  readonly #entries = new Map<string, Entry>()

  constructor(emit: EmitEvent) {
    this.#emit = emit
  }

  list(): readonly Job[] {
    return [...this.#entries.values()].map(({ job }) => job)
  }

  start(kind: Job['kind'], work: (control: JobControl) => Promise<void>): StartedJob {
    const jobId = randomUUID()
    const startedAt = new Date().toISOString()
    const job: Job = { id: jobId, kind, state: 'running', done: 0, total: 0, startedAt }
    const entry: Entry = { job, abort: new AbortController(), lastTold: -Infinity }
    this.#forgetOld()
    this.#entries.set(jobId, entry)
    const progress = (done: number, total: number): void => this.#change(entry, { done, total }, false)
    const control = { jobId, signal: entry.abort.signal, progress }
    return { jobId, ended: this.#follow(entry, () => work(control)), job: () => entry.job }
  }

  /** Stops a job; false where it is not under way. */
  cancel(jobId: string): boolean {
    const entry = this.#entries.get(jobId)
    if (entry?.job.state !== 'running') return false
    entry.abort.abort()
    return true
  }

  /** Stops all. */
  close(): void {
    for (const { abort } of this.#entries.values()) abort.abort()
  }

  async #follow(entry: Entry, work: () => Promise<void>): Promise<void> {
    try {
      await work()
      this.#end(entry, { state: entry.abort.signal.aborted ? 'cancelled' : 'done' })
    } catch (thrown) {
      this.#end(entry, { state: 'failed', error: toErrorData(thrown) })
    }
  }

  #end(entry: Entry, change: Partial<Job>): void {
    this.#change(entry, { ...change, endedAt: new Date().toISOString() }, true)
  }

  #change(entry: Entry, change: Partial<Job>, isImportant: boolean): void {
    entry.job = { ...entry.job, ...change }
    const now = performance.now()
    if (!isImportant && now - entry.lastTold < tellEveryMs) return
    entry.lastTold = now
    this.#emit('jobs.changed', entry.job)
  }

  #forgetOld(): void {
    const ended = [...this.#entries.values()].filter(({ job }) => job.state !== 'running')
    for (const { job } of ended.slice(0, Math.max(0, ended.length - mostKept + 1)))
      this.#entries.delete(job.id)
  }
}
