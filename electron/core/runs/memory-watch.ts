import { readFileSync } from 'node:fs'
import type { Order } from './order.ts'

const intervalMs = 20
const megabyte = 1024 * 1024

/** What a memory watch looks at, and what it does. */
export interface WatchedProcess {
  readonly pid: number | undefined
  /** The order that runs. */
  readonly current: () => Order | undefined
  /** Called when that has outgrown its limit. */
  readonly onOutgrown: () => void
}

/**
 * Looks from outside at the memory of a process while it runs orders inline and cannot do so itself. What V8's own
 * limit holds never gets so far.
 */
export class MemoryWatch {
  readonly #process: WatchedProcess
  #timer: NodeJS.Timeout | undefined
  #order: Order | undefined
  #before = 0
  #canLook: boolean | undefined

  constructor(process: WatchedProcess) {
    this.#process = process
  }

  /** Whether this system lets it look: Linux does. */
  get canLook(): boolean {
    this.#canLook ??= residentBytes(this.#process.pid) !== null
    return this.#canLook
  }

  /** Looks until nothing runs any more. */
  start(): void {
    this.#timer ??= setInterval(() => this.#look(), intervalMs)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#order = undefined
  }

  #look(): void {
    const order = this.#process.current()
    const bytes = residentBytes(this.#process.pid)
    if (!order || bytes === null) this.stop()
    else if (order !== this.#order) {
      this.#order = order
      this.#before = bytes
    } else if (bytes - this.#before > (order.task.memoryMb * 2 + 96) * megabyte) this.#process.onOutgrown()
  }
}

/** Bytes of memory that a process holds; null where the system does not tell. */
function residentBytes(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}
