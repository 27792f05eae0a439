import type { Server } from '../../contract/serve.ts'
import type { EmitEvent } from '../../contract/transport.ts'
import type { WriteLog } from './log-file.ts'

/** How often a call failed with a code, and when last. */
export interface FailureCount {
  readonly code: string
  readonly count: number
  readonly lastAt: string
}

/** Notes what goes on in the studio: that, when and with which code; never what was given or answered. */
export class StudioLog {
  readonly #write: WriteLog
  readonly #failures = new Map<string, FailureCount>()
  #sandbox = 'not lost since the start'

  constructor(write: WriteLog = () => undefined) {
    this.#write = write
  }

  /** What the sandbox was told of last. */
  get sandbox(): string {
    return this.#sandbox
  }

  /** Codes that calls failed with since the start, the last one first. */
  get failures(): readonly FailureCount[] {
    return [...this.#failures.values()].sort((one, other) => other.lastAt.localeCompare(one.lastAt))
  }

  started(version: string): void {
    this.#write('info', 'studio.started', { version, platform: process.platform, node: process.version })
  }

  closed(): void {
    this.#write('info', 'studio.closed')
  }

  /** Hears the events on their way out. */
  hearing(emit: EmitEvent): EmitEvent {
    return (event, payload) => {
      this.#hear(event, payload)
      emit(event, payload)
    }
  }

  /** Hears how calls end on their way out. */
  answering(server: Server): Server {
    return async (path, args) => {
      const result = await server(path, args)
      if (!result.ok) this.#failed(path, result.error.code)
      return result
    }
  }

  /** Keeps what was thrown where nobody planned for it: it is not told to the page. */
  readonly fault = (path: string, thrown: unknown): void => {
    const what = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    this.#write('error', 'call.fault', { path, what })
  }

  #failed(path: string, code: string): void {
    const count = (this.#failures.get(code)?.count ?? 0) + 1
    this.#failures.set(code, { code, count, lastAt: new Date().toISOString() })
    this.#write('warning', 'call.failed', { path, code })
  }

  readonly #hear: EmitEvent = (event, payload) => {
    if (event === 'sandbox.changed') {
      const { state, restarts } = payload as { state: string; restarts: number }
      this.#sandbox = `${state}, ${restarts} restarts`
      this.#write(state === 'ready' ? 'info' : 'warning', event, { state, restarts })
    }
    if (event === 'jobs.changed') this.#hearJob(payload as { kind: string; state: string })
  }

  #hearJob(job: {
    kind: string
    state: string
    done?: number
    total?: number
    error?: { code: string }
  }): void {
    if (job.state === 'running') return
    const { kind, state, done = 0, total = 0, error } = job
    this.#write(error ? 'warning' : 'info', 'job.ended', {
      kind,
      state,
      done,
      total,
      ...(error && { code: error.code }),
    })
  }
}
