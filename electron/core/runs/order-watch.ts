import type { Order } from './order.ts'

/** Milliseconds beyond a run's own limit before the process is ended from outside. */
const graceMs = 500

/** Watches from outside the time of the order that a process runs. */
export class OrderWatch {
  #timer: NodeJS.Timeout | undefined
  #since: number | null = null

  /** Milliseconds since the order under watch was begun; 0 before the first. */
  get elapsedMs(): number {
    return this.#since === null ? 0 : performance.now() - this.#since
  }

  /** Calls `onLate` once if nothing else is started until the order is overdue. */
  start({ task }: Order, onLate: () => void): void {
    clearTimeout(this.#timer)
    this.#since = performance.now()
    this.#timer = setTimeout(onLate, task.timeMs + graceMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
