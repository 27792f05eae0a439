import { StudioError } from '../../contract/errors.ts'
import type { SandboxTask } from '../../contract/models/sandbox.ts'
import type { SandboxLauncher } from '../ports.ts'
import { SandboxProcess, type TaskEnd } from './sandbox-process.ts'

/** Milliseconds beyond a run's own limit before the process is ended from outside. */
const graceMs = 250

/** What a pool is made with. */
export interface PoolOptions {
  readonly launcher: SandboxLauncher
  /** How many runs may be under way at once. */
  readonly size: number
  /** Processes beyond those at work that are kept ready, so that a kill costs the user nothing. */
  readonly spares: number
  readonly onLost: (restarts: number) => void
}

/** Runs tasks in sandbox processes and replaces those that are lost. */
export class SandboxPool {
  readonly #options: PoolOptions
  readonly #idle: SandboxProcess[] = []
  readonly #busy = new Set<SandboxProcess>()
  readonly #waiting: ((process: SandboxProcess) => void)[] = []
  readonly #byRunId = new Map<string, SandboxProcess>()
  #lost = 0
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#fill()
  }

  /** Runs one task; `runId` lets {@link cancel} find it. */
  async run(task: SandboxTask, runId?: string): Promise<TaskEnd> {
    const process = await this.#acquire()
    if (runId !== undefined) this.#byRunId.set(runId, process)
    try {
      return await process.run(task, task.timeMs + graceMs)
    } finally {
      if (runId !== undefined) this.#byRunId.delete(runId)
      this.#release(process)
    }
  }

  /** Ends the run of that name; false where none is under way. */
  cancel(runId: string): boolean {
    const process = this.#byRunId.get(runId)
    process?.kill('cancelled')
    return process !== undefined
  }

  /** Ends every process; runs under way end as killed. */
  close(): void {
    this.#closed = true
    for (const process of [...this.#idle, ...this.#busy]) process.kill('closed')
  }

  async #acquire(): Promise<SandboxProcess> {
    if (this.#closed) throw closedError()
    if (this.#busy.size >= this.#options.size) return new Promise((resolve) => this.#waiting.push(resolve))
    return this.#takeIdle()
  }

  #takeIdle(): SandboxProcess {
    const process = this.#idle.shift() ?? this.#start()
    this.#busy.add(process)
    this.#fill()
    return process
  }

  #release(process: SandboxProcess): void {
    this.#busy.delete(process)
    if (process.alive) this.#idle.unshift(process)
    if (this.#closed) return
    this.#waiting.shift()?.(this.#takeIdle())
  }

  #fill(): void {
    if (this.#closed) return
    const wanted = this.#busy.size === 0 ? 1 : this.#options.spares
    while (this.#idle.length < wanted) this.#idle.push(this.#start())
  }

  #start(): SandboxProcess {
    return new SandboxProcess(this.#options.launcher, (gone) => this.#replace(gone))
  }

  #replace(gone: SandboxProcess): void {
    const at = this.#idle.indexOf(gone)
    if (at >= 0) this.#idle.splice(at, 1)
    if (this.#closed || !gone.cameUp) return
    this.#lost++
    this.#options.onLost(this.#lost)
    this.#fill()
  }
}

function closedError(): StudioError {
  return new StudioError({
    code: 'studio-closed',
    message: 'The studio is closing and starts no more runs.',
    hint: 'Start the studio again.',
  })
}
