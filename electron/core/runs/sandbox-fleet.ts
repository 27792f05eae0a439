import type { SandboxLauncher } from '../ports.ts'
import type { Order } from './order.ts'
import { SandboxProcess } from './sandbox-process.ts'

/** Milliseconds after which processes that only a batch needed are ended. */
const retireAfterMs = 15_000

const spareDelayMs = 200

/** How many processes there are. */
export interface FleetOptions {
  readonly launcher: SandboxLauncher
  /** How many processes may be at work at once. */
  readonly size: number
  /** Processes beyond those at work that are kept ready, so that a kill costs the user nothing. */
  readonly spares: number
}

export interface FleetListener {
  /** A process came up or has answered. */
  onRoom(): void
  /** A process that had come up was lost; `left` are the orders it had taken and did not run. */
  onLost(left: readonly Order[]): void
  /** No process comes up; the complaint is what the last one wrote to its error stream. */
  onUnavailable(complaint: string): void
}

/** The sandbox processes: starts as many as are needed and ends those that are not. */
export class SandboxFleet {
  readonly #options: FleetOptions
  readonly #listener: FleetListener
  readonly #processes = new Set<SandboxProcess>()
  #retirement: NodeJS.Timeout | undefined
  #spareTimer: NodeJS.Timeout | undefined
  #startFailed = false
  #closed = false

  constructor(options: FleetOptions, listener: FleetListener) {
    this.#options = options
    this.#listener = listener
  }

  get idle(): readonly SandboxProcess[] {
    return [...this.#processes].filter(({ idle }) => idle)
  }

  get busy(): readonly SandboxProcess[] {
    return [...this.#processes].filter(({ busy }) => busy)
  }

  /** Whether an idle process may be put to work. */
  get mayWork(): boolean {
    return this.busy.length < this.#options.size
  }

  /** Whether an idle process may be put to a single run; processes that are at a batch do not count. */
  get mayServe(): boolean {
    return this.busy.filter(({ isUrgent }) => isUrgent).length < this.#options.size
  }

  /** Makes sure of `more` processes for work that waits, and a little later of the spares. */
  fill(more: number): void {
    const alive = this.#alive.length
    if (this.#closed || (this.#startFailed && alive > 0)) return
    const { size, spares } = this.#options
    const needed = Math.min(size, Math.max(1, this.busy.length + more))
    for (let have = alive; have < needed; have++) this.#start()
    if (Math.max(alive, needed) < needed + spares) this.#startSpareLater()
  }

  /** Starting a process takes the studio's own time, which a run that has just begun needs more. */
  #startSpareLater(): void {
    this.#spareTimer ??= setTimeout(() => {
      this.#spareTimer = undefined
      if (this.#closed) return
      this.#start()
      this.fill(0)
    }, spareDelayMs)
    this.#spareTimer.unref()
  }

  get starting(): boolean {
    return this.#alive.some(({ starting }) => starting)
  }

  /** Ends every process and every order that one has taken. */
  close(): void {
    this.#closed = true
    clearTimeout(this.#retirement)
    clearTimeout(this.#spareTimer)
    for (const process of this.#processes) process.close()
  }

  get #alive(): readonly SandboxProcess[] {
    return [...this.#processes].filter(({ starting, usable }) => starting || usable)
  }

  #start(): void {
    const process = new SandboxProcess(this.#options.launcher, {
      onRoom: () => {
        this.#startFailed = false
        this.#retireLater()
        this.#listener.onRoom()
      },
      onGone: (left) => this.#onGone(process, left),
    })
    this.#processes.add(process)
  }

  #onGone(gone: SandboxProcess, left: readonly Order[]): void {
    this.#processes.delete(gone)
    if (this.#closed || gone.closed) return
    if (gone.cameUp) {
      this.#listener.onLost(left)
      return
    }
    // A start that failed fails the next time too, so nobody is kept waiting for another.
    this.#startFailed = true
    if (this.#alive.length === 0) this.#listener.onUnavailable(gone.complaint)
  }

  #retireLater(): void {
    this.#retirement ??= setTimeout(() => {
      for (const process of this.idle.slice(1 + this.#options.spares)) process.close()
    }, retireAfterMs).unref()
    this.#retirement.refresh()
  }
}
