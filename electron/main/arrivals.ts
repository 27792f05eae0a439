import type { Arrival } from '../contract/models/shell.ts'
import type { EmitEvent } from '../contract/transport.ts'

/** What came to a window from outside, kept until its page takes it: a page that still loads misses nothing. */
export class Arrivals {
  readonly #emit: EmitEvent
  #waiting: Arrival[] = []

  constructor(emit: EmitEvent) {
    this.#emit = emit
  }

  add(arrival: Arrival): void {
    this.#waiting.push(arrival)
    this.#emit('shell.arrived', {})
  }

  take(): readonly Arrival[] {
    const taken = this.#waiting
    this.#waiting = []
    return taken
  }
}
