import type { SandboxResult } from '../../contract/models/sandbox.ts'
import type { Order } from './order.ts'

/** Milliseconds for which the orders that a process holds may keep it busy, while the studio is busy otherwise. */
const aheadMs = 24
/** Orders that a process holds at the least and at the most, and while it is not known how long they take. */
const [least, most, unknown] = [2, 24, 12]

/** Tells how many orders a process may hold, from how long the runs of its body take. */
export class Pace {
  #body: string | null = null
  #runMs: number | null = null

  /** The body that was given last: its next run will be fast. */
  get body(): string | null {
    return this.#body
  }

  /** How many orders the process may hold. */
  get mostHeld(): number {
    if (this.#runMs === null) return unknown
    return Math.min(most, Math.max(least, Math.ceil(aheadMs / this.#runMs)))
  }

  given({ task: { body } }: Order): void {
    if (body === this.#body) return
    this.#body = body
    this.#runMs = null
  }

  ended({ task: { body } }: Order, { durationMs }: Pick<SandboxResult, 'durationMs'>): void {
    if (body === this.#body) this.#runMs = durationMs
  }
}
