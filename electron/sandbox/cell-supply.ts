import type { SandboxTask } from '../contract/models/sandbox.ts'
import { createCell, createContext, disposeCell, type Cell, type OnCatastrophe } from './cell.ts'

/** Contexts that were released are collected late, so an isolate is given up after this many. */
const runsPerIsolate = 24
/** Share of the memory limit up to which what earlier runs left behind is tolerated. */
const heapShare = 0.25

/**
 * Hands out isolates so that a run finds one ready: a fresh one for a body not seen before, and the last one
 * again, with a context of its own, for the body that it ran before.
 */
export class CellSupply {
  #fresh: Cell | null = null
  #used: Cell | null = null
  readonly #memoryMb: number
  readonly #onCatastrophe: OnCatastrophe

  constructor(memoryMb: number, onCatastrophe: OnCatastrophe) {
    this.#memoryMb = memoryMb
    this.#onCatastrophe = onCatastrophe
  }

  /** Takes an isolate out for one run. */
  take(task: SandboxTask): Cell {
    if (task.coverage) return createCell(task.memoryMb, true, this.#onCatastrophe)
    if (this.#used?.body?.text === task.body && this.#used.memoryMb === task.memoryMb) return this.#takeUsed()
    return this.takeFresh(task.memoryMb)
  }

  /** Takes an isolate that has run nothing. */
  takeFresh(memoryMb: number): Cell {
    if (memoryMb !== this.#memoryMb) return createCell(memoryMb, false, this.#onCatastrophe)
    const cell = this.#fresh ?? createCell(memoryMb, false, this.#onCatastrophe)
    this.#fresh = null
    return cell
  }

  /** Gives an isolate back after a run; one that did not end well is not used again. */
  giveBack(cell: Cell, reusable: boolean): void {
    if (!reusable || !this.#isWorthKeeping(cell)) {
      disposeCell(cell)
      return
    }
    if (this.#used) disposeCell(this.#used)
    this.#used = cell
  }

  /** Prepares what the next run may need; called when nothing else is to be done. */
  prepare(): void {
    if (this.#used && !this.#used.waiting) this.#used.waiting = createContext(this.#used, false)
    this.#fresh ??= createCell(this.#memoryMb, false, this.#onCatastrophe)
  }

  #takeUsed(): Cell {
    const cell = this.#used!
    this.#used = null
    return cell
  }

  #isWorthKeeping(cell: Cell): boolean {
    if (cell.isolate.isDisposed || cell.runs >= runsPerIsolate) return false
    const heap = cell.isolate.getHeapStatisticsSync()
    return heap.used_heap_size + heap.externally_allocated_size < cell.memoryMb * 1024 * 1024 * heapShare
  }
}
