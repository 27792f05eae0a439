import type { SandboxEnd } from '../../contract/models/sandbox.ts'
import type { Order } from './order.ts'

/** Runs of a body that have to end well in a process before it runs inline there. */
const goodRuns = 3

/** Tells which of the orders of a process run inline, from how those that it has answered have ended. */
export class InlineRuns {
  readonly #isWatched: () => boolean
  #body: string | null = null
  #good = 0

  /** @param isWatched whether such a run can be watched from outside, which it has to be */
  constructor(isWatched: () => boolean) {
    this.#isWatched = isWatched
  }

  /**
   * After how many good runs of its body an order may run inline: one of many, of a body that has done no harm so far.
   * If it does then, it is run again elsewhere and apart. Null for an order that never may.
   */
  after({ urgent, deaths, task }: Order): number | null {
    return urgent || deaths > 0 || task.coverage || !this.#isWatched() ? null : goodRuns
  }

  ended({ task: { body } }: Order, end: SandboxEnd): void {
    const before = body === this.#body ? this.#good : 0
    this.#body = body
    this.#good = end === 'completed' || end === 'threw' ? before + 1 : 0
  }

  /** Those of the orders that are not answered that run inline if all before them end well. */
  among(unanswered: readonly Order[]): ReadonlySet<Order> {
    let [body, good] = [this.#body, this.#good]
    const inline = new Set<Order>()
    for (const order of unanswered) {
      if (order.task.body !== body) [body, good] = [order.task.body, 0]
      const after = this.after(order)
      if (after !== null && good >= after) inline.add(order)
      good++
    }
    return inline
  }
}
