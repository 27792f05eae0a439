import { StudioError } from '../../contract/errors.ts'
import type { SandboxTask } from '../../contract/models/sandbox.ts'
import { createOrder, type Order, type TaskEnd } from './order.ts'
import { OrderQueue } from './order-queue.ts'
import { SandboxFleet, type FleetOptions } from './sandbox-fleet.ts'
import type { SandboxProcess } from './sandbox-process.ts'
import { usualRunLimits, type RunLimits } from './run-limits.ts'

/** Waiting orders from which on all processes are started at once, rather than one after the other. */
const rush = 64

/** Orders that a process may hold also where its share of those that wait is less. */
const leastShare = 8

/** What a pool is made with. */
export interface PoolOptions extends FleetOptions {
  /** Told when a process is lost, and when one is ready after that. */
  readonly onChange: (state: 'restarting' | 'ready', restarts: number) => void
  /** What runs may use where their requests do not say. */
  readonly limits?: () => RunLimits
}

/** Runs tasks in sandbox processes and replaces those that are lost. */
export class SandboxPool {
  readonly #options: PoolOptions
  readonly #fleet: SandboxFleet
  readonly #queue = new OrderQueue()
  readonly #named = new Map<string, Order>()
  #restarts = 0
  #restarting = false
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#fleet = new SandboxFleet(options, {
      onRoom: () => this.#onRoom(),
      onLost: (left) => this.#onLost(left),
      onUnavailable: (complaint) => this.#settleWaiting({ kind: 'unavailable', complaint }),
    })
    this.#fleet.fill(0)
  }

  get limits(): RunLimits {
    return this.#options.limits?.() ?? usualRunLimits
  }

  /** Runs one task, before those of any batch; `runId` lets {@link cancel} find it. */
  async run(task: SandboxTask, runId?: string): Promise<TaskEnd> {
    this.#assertOpen()
    return new Promise((resolve) => {
      const order = createOrder(task, true, (end) => {
        if (runId !== undefined && this.#named.get(runId) === order) this.#named.delete(runId)
        resolve(end)
      })
      if (runId !== undefined) this.#named.set(runId, order)
      this.#queue.add(order)
      this.#assign()
    })
  }

  /**
   * Runs many tasks, spread over the processes; tasks of one body stay together. `onEnd` is called once for each, as
   * they end; the promise settles after the last. An aborted signal ends those that are left, as cancelled.
   */
  async runMany(
    tasks: readonly SandboxTask[],
    onEnd: (end: TaskEnd, index: number) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    this.#assertOpen()
    const batch = tasks.map((task, index) => this.#orderOf(task, (end) => onEnd(end, index)))
    const abort = (): void => batch.forEach(({ order }) => this.#cancel(order))
    for (const { order } of batch) this.#queue.add(order)
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
    this.#assign()
    await Promise.all(batch.map(({ ended }) => ended))
    signal?.removeEventListener('abort', abort)
  }

  /** Starts processes for this many tasks that are about to come, so that they need not wait for them then. */
  prepare(tasks: number): void {
    if (!this.#closed) this.#fleet.fill(tasks)
  }

  /** Ends the run of that name, also one that waits; false where there is none. */
  cancel(runId: string): boolean {
    const order = this.#named.get(runId)
    if (order) this.#cancel(order)
    return order !== undefined
  }

  /** Ends every process; runs under way and runs that wait end as killed. */
  close(): void {
    this.#closed = true
    this.#settleWaiting({ kind: 'killed', why: 'closed', elapsedMs: 0 })
    this.#fleet.close()
  }

  #orderOf(task: SandboxTask, onEnd: (end: TaskEnd) => void) {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>()
    const order = createOrder(task, false, (end) => {
      try {
        onEnd(end)
        resolve(undefined)
      } catch (thrown) {
        reject(thrown instanceof Error ? thrown : new Error('onEnd threw', { cause: thrown }))
      }
    })
    return { order, ended: promise }
  }

  #cancel(order: Order): void {
    if (order.settled) return
    if (this.#queue.remove(order)) order.settle({ kind: 'killed', why: 'cancelled', elapsedMs: 0 })
    else this.#fleet.busy.find((process) => process.end(order, 'cancelled'))
  }

  /** Gives waiting orders to processes that have room: to idle ones first. A batch waits for what is urgent. */
  #assign(): void {
    while (this.#giveUrgent());
    if (!this.#queue.nextUrgent) this.#giveBatch()
    const waiting = this.#queue.size
    this.#fleet.fill(waiting >= rush ? waiting : waiting > 0 && !this.#fleet.starting ? 1 : 0)
  }

  #giveBatch(): void {
    for (const process of this.#fleet.idle) if (this.#fleet.mayWork) this.#giveOfBatch(process)
    for (let open = this.#withRoom; open.length > 0 && this.#queue.holdsBatch; open = this.#withRoom)
      for (const process of open) this.#giveOfBatch(process)
  }

  /** Those that may take more. Towards the end of a batch none may hold what others could begin. */
  get #withRoom(): readonly SandboxProcess[] {
    const { busy } = this.#fleet
    const share = Math.max(leastShare, Math.ceil(this.#queue.size / busy.length))
    return busy.filter((process) => process.hasRoom(share))
  }

  #giveUrgent(): boolean {
    const next = this.#queue.nextUrgent
    if (!next || !this.#fleet.mayServe) return false
    const { idle } = this.#fleet
    const process = idle.find(({ lastBody }) => lastBody === next.task.body) ?? idle[0]
    const order = process && this.#queue.takeUrgent()
    if (order) process.give(order)
    return order !== undefined
  }

  #giveOfBatch(process: SandboxProcess): void {
    const elsewhere = new Set(
      this.#fleet.busy.filter((each) => each !== process).map(({ lastBody }) => lastBody),
    )
    const order = this.#queue.takeOfBatch(process.lastBody, elsewhere)
    if (order) process.give(order)
  }

  #onRoom(): void {
    if (this.#restarting) this.#options.onChange('ready', this.#restarts)
    this.#restarting = false
    this.#assign()
  }

  #onLost(left: readonly Order[]): void {
    for (const order of left.toReversed()) this.#queue.putBack(order)
    this.#restarts++
    this.#restarting = true
    this.#options.onChange('restarting', this.#restarts)
    this.#assign()
  }

  #settleWaiting(end: TaskEnd): void {
    for (const order of this.#queue.takeAll()) order.settle(end)
  }

  #assertOpen(): void {
    if (!this.#closed) return
    throw new StudioError({
      code: 'studio-closed',
      message: 'The studio is closing and starts no more runs.',
      hint: 'Start the studio again.',
    })
  }
}
