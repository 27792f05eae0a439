import type { SandboxEnd } from '../../contract/models/sandbox.ts'
import type { Order } from './order.ts'

/** Runs of a body that have to end well in a process before it runs inline there. */
const goodRuns = 3

/** The body that a process was given last, and how its runs have ended. */
export class TrustedBody {
  #body: string | null = null
  #good = 0

  get body(): string | null {
    return this.#body
  }

  /**
   * Whether a process that holds these orders may take another of the body. Until it is trusted, few are taken ahead:
   * what is given by then runs watched, which takes half as long again.
   */
  mayTakeMore(held: readonly Order[]): boolean {
    if (this.#good >= goodRuns) return true
    return held.filter(({ task }) => task.body === this.#body).length <= goodRuns
  }

  given({ task }: Order): void {
    if (task.body === this.#body) return
    this.#body = task.body
    this.#good = 0
  }

  ended(order: Order | undefined, end: SandboxEnd): void {
    if (order?.task.body !== this.#body) return
    this.#good = end === 'completed' || end === 'threw' ? this.#good + 1 : 0
  }

  /** One of many, of a body that has done no harm so far; if it does now, it is run again elsewhere and apart. */
  mayRunInline({ urgent, deaths, task }: Order): boolean {
    return !urgent && deaths === 0 && !task.coverage && this.#good >= goodRuns
  }
}
