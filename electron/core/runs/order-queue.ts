import type { Order } from './order.ts'

/**
 * Orders that no process has taken yet: single ones first in, first out; those of a batch by their body, because a
 * process runs a body that it has run before much faster than a new one.
 */
export class OrderQueue {
  readonly #urgent: Order[] = []
  readonly #byBody = new Map<string, Order[]>()
  #size = 0

  get size(): number {
    return this.#size
  }

  get holdsBatch(): boolean {
    return this.#byBody.size > 0
  }

  /** The single order that is next. */
  get nextUrgent(): Order | undefined {
    return this.#urgent[0]
  }

  add(order: Order): void {
    this.#listOf(order).push(order)
    this.#size++
  }

  /** Puts an order that a lost process had taken back to where it is next. */
  putBack(order: Order): void {
    this.#listOf(order).unshift(order)
    this.#size++
  }

  takeUrgent(): Order | undefined {
    return this.#taken(this.#urgent.shift())
  }

  /** Prefers the body that the process has just run, then one that no other process is at. */
  takeOfBatch(preferred: string | null, elsewhere: ReadonlySet<string | null>): Order | undefined {
    const body = this.#chooseBody(preferred, elsewhere)
    const list = body === undefined ? undefined : this.#byBody.get(body)
    const order = list?.shift()
    if (order && list?.length === 0) this.#byBody.delete(order.task.body)
    return this.#taken(order)
  }

  /** Takes one order out; false where it is not waiting. */
  remove(order: Order): boolean {
    const list = order.urgent ? this.#urgent : this.#byBody.get(order.task.body)
    const at = list?.indexOf(order) ?? -1
    if (!list || at < 0) return false
    list.splice(at, 1)
    this.#size--
    if (!order.urgent && list.length === 0) this.#byBody.delete(order.task.body)
    return true
  }

  /** Takes all out. */
  takeAll(): readonly Order[] {
    const all = [...this.#urgent.splice(0), ...[...this.#byBody.values()].flat()]
    this.#byBody.clear()
    this.#size = 0
    return all
  }

  #chooseBody(preferred: string | null, elsewhere: ReadonlySet<string | null>): string | undefined {
    if (preferred !== null && this.#byBody.has(preferred)) return preferred
    for (const body of this.#byBody.keys()) if (!elsewhere.has(body)) return body
    return this.#byBody.keys().next().value
  }

  #listOf({ urgent, task }: Order): Order[] {
    if (urgent) return this.#urgent
    const list = this.#byBody.get(task.body) ?? []
    this.#byBody.set(task.body, list)
    return list
  }

  #taken(order: Order | undefined): Order | undefined {
    if (order) this.#size--
    return order
  }
}
