import type { SandboxWork } from '../contract/models/sandbox.ts'
import {
  createCell,
  createContext,
  disposeCell,
  type Cell,
  type CellKind,
  type OnCatastrophe,
} from './cell.ts'
import { warmUp } from './warm-up.ts'

/**
 * Contexts that were released are collected late, so an isolate is given up after this many: as many as V8 usually
 * takes before it begins to mark what is old, which costs more than another isolate.
 */
const runsPerIsolate = 60
/** Share of the memory limit up to which what earlier runs left behind is tolerated. */
const heapShare = 0.25

/**
 * Hands out isolates so that a run finds one ready: a fresh one for a body not seen before, and the last one
 * again, with a context of its own, for the body that it ran before.
 */
export class CellSupply {
  #fresh: Cell | null = null
  #used: Cell | null = null
  /** The kind that the next run is likely to need. */
  #likely: CellKind = { memoryMb: 64, ecmaVersion: 2021, inspector: false }
  readonly #onCatastrophe: OnCatastrophe

  constructor(onCatastrophe: OnCatastrophe) {
    this.#onCatastrophe = onCatastrophe
  }

  /** Takes an isolate out for one run. */
  take(task: SandboxWork): Cell {
    const kind = kindOf(task)
    if (!kind.inspector) this.#likely = kind
    const used = this.#used
    if (used && !task.fresh && used.body?.text === task.body && isSame(used.kind, kind)) {
      this.#used = null
      return used
    }
    return this.#takeFresh(kind)
  }

  /** Gives an isolate back after a run; one that did not end well is not used again. */
  giveBack(cell: Cell, reusable: boolean): void {
    if (!reusable || cell.kind.inspector || !isWorthKeeping(cell)) {
      disposeCell(cell)
      return
    }
    if (this.#used) disposeCell(this.#used)
    this.#used = cell
  }

  /** Prepares a context for the next run of the body that was run last. */
  prepareContext(): void {
    if (this.#used) this.#used.waiting ??= createContext(this.#used)
  }

  /** Prepares an isolate for a body not seen before, which takes as long as several runs. */
  async prepareFresh(): Promise<void> {
    if (this.#fresh && isSame(this.#fresh.kind, this.#likely)) return
    if (this.#fresh) disposeCell(this.#fresh)
    this.#fresh = null
    const cell = createCell(this.#likely, this.#onCatastrophe)
    await warmUp(cell)
    cell.waiting = createContext(cell)
    this.#fresh = cell
  }

  #takeFresh(kind: CellKind): Cell {
    const fresh = this.#fresh
    if (!fresh || !isSame(fresh.kind, kind)) return createCell(kind, this.#onCatastrophe)
    this.#fresh = null
    return fresh
  }
}

function kindOf({ memoryMb, settings, coverage }: SandboxWork): CellKind {
  return { memoryMb, ecmaVersion: settings.ecmaVersion, inspector: coverage }
}

function isSame(a: CellKind, b: CellKind): boolean {
  return a.memoryMb === b.memoryMb && a.ecmaVersion === b.ecmaVersion && a.inspector === b.inspector
}

function isWorthKeeping({ isolate, kind, runs, heapBytes }: Cell): boolean {
  if (isolate.isDisposed || runs >= runsPerIsolate) return false
  return heapBytes < kind.memoryMb * 1024 * 1024 * heapShare
}
