import type { SandboxResult, SandboxTask } from '../../contract/models/sandbox.ts'
import type { SandboxLauncher } from '../ports.ts'
import { blame, type LostProcess } from './blame.ts'
import { InlineRuns } from './inline-runs.ts'
import { MemoryWatch } from './memory-watch.ts'
import type { KillReason, Order } from './order.ts'
import { OrderWatch } from './order-watch.ts'
import { Pace } from './pace.ts'
import { createRehearsal } from './rehearsal.ts'
import { SandboxConnection } from './sandbox-connection.ts'

/** A process that has not come up by then will not. */
const startLimitMs = 30_000
/** Milliseconds after which a process that has come up and got no order rehearses one. */
const restMs = 60

export interface ProcessListener {
  /** It came up, or answered an order. */
  onRoom(): void
  /** It is gone; `left` are the orders it had taken and did not run. */
  onGone(left: readonly Order[]): void
}

/**
 * One sandbox process. It runs the orders it is sent one after the other and answers in their order, so the first
 * order that is not answered is the one that runs, or has run just before it.
 */
export class SandboxProcess {
  readonly #connection: SandboxConnection
  readonly #listener: ProcessListener
  readonly #taken: Order[] = []
  #state: 'starting' | 'ready' | 'leaving' | 'gone' = 'starting'
  #cameUp = false
  #served = 0
  readonly #pace = new Pace()
  readonly #inline = new InlineRuns(() => this.#memory.canLook)
  readonly #time = new OrderWatch()
  readonly #memory: MemoryWatch
  readonly #start: NodeJS.Timeout
  #rehearsal: Order | undefined
  #rest: NodeJS.Timeout | undefined
  #killed: LostProcess['killed'] = null

  constructor(launcher: SandboxLauncher, listener: ProcessListener) {
    this.#listener = listener
    this.#connection = new SandboxConnection(launcher, {
      onReady: () => this.#comeUp(),
      onResults: (results, leaving) => this.#receive(results, leaving),
      onClose: () => this.#leave(),
    })
    this.#memory = new MemoryWatch({
      pid: this.#connection.pid,
      current: () => this.#inlineHead,
      onOutgrown: () => this.#connection.kill(),
    })
    this.#start = setTimeout(() => this.#kill('time'), startLimitMs)
  }

  get starting(): boolean {
    return this.#state === 'starting' && !this.#killed
  }

  /** Whether it came up and can be given orders, now or later. */
  get usable(): boolean {
    return this.#state === 'ready' && !this.#killed
  }

  get idle(): boolean {
    return this.usable && this.#taken.length === 0
  }

  /** Whether somebody waits for what it runs. */
  get isUrgent(): boolean {
    return this.#taken.some(({ urgent }) => urgent)
  }

  /** Whether it may take another order beside those that it holds, which are then no more than its share. */
  hasRoom(share: number): boolean {
    if (!this.usable || this.#taken.length >= Math.min(share, this.#pace.mostHeld)) return false
    return !this.isUrgent
  }

  get busy(): boolean {
    return this.#taken.length > 0
  }

  /** Whether it ever came up; one that did not will not do so the next time either. */
  get cameUp(): boolean {
    return this.#cameUp
  }

  /** Whether it was ended because nobody needs it. */
  get closed(): boolean {
    return this.#killed?.why === 'closed'
  }

  /** The body it has been given last: its next run will be fast. */
  get lastBody(): string | null {
    return this.#pace.body
  }

  /** What it wrote to its error stream. */
  get complaint(): string {
    return this.#connection.complaint
  }

  give(order: Order): void {
    clearTimeout(this.#rest)
    this.#taken.push(order)
    this.#pace.given(order)
    const inlineAfter = this.#inline.after(order)
    if (this.#taken.length === 1) this.#watchHead()
    const task: SandboxTask = { ...order.task, fresh: order.task.fresh || order.deaths > 0, inlineAfter }
    this.#connection.send(task)
  }

  /** Ends an order that this process has taken; false where it has not. The process goes if the order runs. */
  end(order: Order, why: KillReason): boolean {
    const at = this.#taken.indexOf(order)
    if (at === 0) this.#kill(why)
    // It will still be answered; nobody listens any more.
    else if (at > 0) order.settle({ kind: 'killed', why, elapsedMs: 0 })
    return at >= 0
  }

  /** Ends the process and whatever it was given. */
  close(): void {
    this.#kill('closed')
    this.#connection.release()
    const { elapsedMs } = this.#time
    for (const order of this.#taken) order.settle({ kind: 'killed', why: 'closed', elapsedMs })
  }

  #kill(why: KillReason): void {
    clearTimeout(this.#start)
    this.#time.stop()
    this.#memory.stop()
    this.#killed ??= { why, order: this.#taken[0] }
    this.#connection.kill()
  }

  #receive(results: readonly SandboxResult[], leaving: boolean): void {
    if (leaving) {
      this.#state = 'leaving'
      this.#connection.kill()
    }
    for (const result of results) this.#answer(result)
  }

  #comeUp(): void {
    clearTimeout(this.#start)
    this.#state = 'ready'
    this.#cameUp = true
    this.#rest = setTimeout(() => this.#rehearse(), restMs).unref()
    this.#listener.onRoom()
  }

  #answer(result: SandboxResult): void {
    const order = this.#taken[0]
    this.#time.stop()
    if (order !== this.#rehearsal) this.#served++
    if (order) {
      this.#inline.ended(order, result.end)
      this.#pace.ended(order, result)
    }
    this.#taken.shift()?.settle({ kind: 'answered', result })
    if (this.usable) this.#watchHead()
    this.#listener.onRoom()
  }

  #rehearse(): void {
    if (!this.idle) return
    this.#rehearsal = createRehearsal()
    this.give(this.#rehearsal)
  }

  #watchHead(): void {
    const head = this.#taken[0]
    if (head) this.#time.start(head, () => this.#endLate(head))
    if (this.#inlineHead) this.#memory.start()
  }

  /** The order that runs, where it runs inline; of the others the process looks at the memory itself. */
  get #inlineHead(): Order | undefined {
    const head = this.#taken[0]
    return head && this.#inline.among([head]).has(head) ? head : undefined
  }

  /** What an inline run came to cannot be told from here, so that it is run again. */
  #endLate(head: Order): void {
    if (head === this.#inlineHead) this.#connection.kill()
    else this.#kill('time')
  }

  #leave(): void {
    clearTimeout(this.#start)
    clearTimeout(this.#rest)
    this.#time.stop()
    this.#memory.stop()
    if (this.#state === 'ready') blame(this.#lost())
    this.#state = 'gone'
    this.#listener.onGone(this.#taken.filter(({ settled }) => !settled))
  }

  #lost(): LostProcess {
    const inline = this.#inline.among(this.#taken)
    return {
      unanswered: this.#taken,
      isInline: (order) => inline.has(order),
      killed: this.#killed,
      served: this.#served,
      complaint: this.complaint,
      elapsedMs: this.#time.elapsedMs,
    }
  }
}
