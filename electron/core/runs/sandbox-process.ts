import type { ChildProcess } from 'node:child_process'
import type { SandboxMessage, SandboxTask } from '../../contract/models/sandbox.ts'
import type { SandboxLauncher } from '../ports.ts'
import { MemoryWatch } from './memory-watch.ts'
import type { KillReason, Order, TaskEnd } from './order.ts'
import { createRehearsal } from './rehearsal.ts'
import { spawnSandbox } from './spawn-sandbox.ts'
import { TrustedBody } from './trusted-body.ts'

/** Milliseconds beyond a run's own limit before the process is ended from outside. */
const graceMs = 500
/** A process that has not come up by then will not. */
const startLimitMs = 30_000
/** Milliseconds after which a process that has come up and got no order rehearses one. */
const restMs = 60
/** Orders a process holds: one that runs, and more for the while that the studio is busy otherwise. */
const depth = 8

export interface ProcessListener {
  /** It came up, or answered an order. */
  onRoom(): void
  /** It is gone; `left` are the orders it had taken and did not run. */
  onGone(left: readonly Order[]): void
}

/**
 * One sandbox process. It runs the orders it is sent one after the other and answers in their order, so the first
 * order that is not answered is the one that runs.
 */
export class SandboxProcess {
  readonly #child: ChildProcess
  readonly #listener: ProcessListener
  readonly #taken: Order[] = []
  #state: 'starting' | 'ready' | 'leaving' | 'gone' = 'starting'
  #cameUp = false
  #served = 0
  readonly #last = new TrustedBody()
  readonly #inline = new WeakSet<Order>()
  readonly #memory: MemoryWatch
  #rehearsal: Order | undefined
  #rest: NodeJS.Timeout | undefined
  #watchdog: NodeJS.Timeout
  #headSince = 0
  #killed: { readonly why: KillReason; readonly order: Order | undefined } | null = null
  #complaint = ''

  constructor(launcher: SandboxLauncher, listener: ProcessListener) {
    this.#listener = listener
    this.#child = launcher.started?.() ?? spawnSandbox(launcher)
    this.#memory = new MemoryWatch({
      pid: this.#child.pid,
      current: () => this.#taken[0],
      onOutgrown: () => this.#child.kill('SIGKILL'),
    })
    this.#watchdog = setTimeout(() => this.#kill('time'), startLimitMs)
    this.#child.on('message', (message) => this.#receive(message as SandboxMessage))
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#hear(chunk.toString('utf8')))
    this.#child.on('error', (error) => this.#hear(error.message))
    // Comes after the last message has been read.
    this.#child.on('close', () => this.#leave())
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

  get hasRoom(): boolean {
    return this.usable && this.#taken.length < depth && this.#taken.every(({ urgent }) => !urgent)
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
    return this.#last.body
  }

  /** What it wrote to its error stream. */
  get complaint(): string {
    return this.#complaint.trim()
  }

  give(order: Order): void {
    clearTimeout(this.#rest)
    this.#taken.push(order)
    this.#last.given(order)
    const inline = this.#last.mayRunInline(order) && this.#memory.canLook
    if (inline) {
      this.#inline.add(order)
      this.#memory.start()
    }
    if (this.#taken.length === 1) this.#watchHead()
    const task: SandboxTask = { ...order.task, fresh: order.task.fresh || order.deaths > 0, inline }
    this.#child.send(task, (failed) => failed && this.#hear(failed.message))
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
    for (const order of this.#taken)
      order.settle({ kind: 'killed', why: 'closed', elapsedMs: this.#elapsed() })
  }

  #kill(why: KillReason): void {
    clearTimeout(this.#watchdog)
    this.#killed ??= { why, order: this.#taken[0] }
    this.#child.kill('SIGKILL')
  }

  #receive(message: SandboxMessage): void {
    clearTimeout(this.#watchdog)
    if (message.kind === 'ready') {
      this.#state = 'ready'
      this.#cameUp = true
      this.#rest = setTimeout(() => this.#rehearse(), restMs).unref()
    } else {
      if (message.leaving) {
        this.#state = 'leaving'
        this.#child.kill('SIGKILL')
      }
      if (this.#taken[0] !== this.#rehearsal) this.#served++
      this.#last.ended(this.#taken[0], message.result.end)
      this.#taken.shift()?.settle({ kind: 'answered', result: message.result })
      if (this.usable) this.#watchHead()
    }
    this.#listener.onRoom()
  }

  #rehearse(): void {
    if (!this.idle) return
    this.#rehearsal = createRehearsal()
    this.give(this.#rehearsal)
  }

  #watchHead(): void {
    const head = this.#taken[0]
    if (!head) return
    this.#headSince = performance.now()
    this.#watchdog = setTimeout(() => this.#endLate(head), head.task.timeMs + graceMs)
  }

  /** What an inline run came to cannot be told from here, so that it is run again. */
  #endLate(head: Order): void {
    if (this.#inline.has(head)) this.#child.kill('SIGKILL')
    else this.#kill('time')
  }

  #elapsed(): number {
    return this.#headSince === 0 ? 0 : performance.now() - this.#headSince
  }

  #leave(): void {
    clearTimeout(this.#watchdog)
    clearTimeout(this.#rest)
    this.#memory.stop()
    if (this.#state === 'ready') this.#blame(this.#taken[0])
    this.#state = 'gone'
    this.#listener.onGone(this.#taken.filter(({ settled }) => !settled))
  }

  /** Settles the order that the process ended with; one that may be innocent is left for another process. */
  #blame(running: Order | undefined): void {
    if (!running) return
    if (this.#killed) {
      // The order that was meant may have been answered in the meantime.
      if (this.#killed.order === running) running.settle(this.#endOfKill(this.#killed.why))
      return
    }
    running.deaths++
    // What died may be what an earlier order left behind.
    if (this.#served === 0 || running.deaths > 1) running.settle(this.#endOfDeath())
  }

  #endOfKill(why: KillReason): TaskEnd {
    return { kind: 'killed', why, elapsedMs: this.#elapsed() }
  }

  #endOfDeath(): TaskEnd {
    const outOfMemory = /out of memory|allocation failed/i.test(this.#complaint)
    return { kind: 'died', outOfMemory, elapsedMs: this.#elapsed() }
  }

  #hear(text: string): void {
    if (this.#complaint.length < 65_536) this.#complaint += text
  }
}
