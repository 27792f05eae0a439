import type ivm from 'isolated-vm'
import type { SandboxWork } from '../contract/models/sandbox.ts'
import { useLevel } from './engine-flags.ts'
import { needsOf } from './guest-needs.ts'
import { compileProgram } from './compile-program.ts'
import { newIsolate } from './new-isolate.ts'

/** What tells one isolate from another before anything has run in it. */
export interface CellKind {
  readonly memoryMb: number
  /** The language level its contexts are made for. */
  readonly ecmaVersion: number
  /** Whether its contexts can be looked into, as coverage needs; that makes them slower. */
  readonly inspector: boolean
}

/** One isolate with the guest's runtime compiled, and at most one context that waits for a run. */
export interface Cell {
  readonly isolate: ivm.Isolate
  readonly kind: CellKind
  readonly program: ivm.Script
  waiting: CellContext | null
  /** The body this isolate has run; an isolate never runs a second one. */
  body: { readonly text: string; readonly script: ivm.Script } | null
  /** Finds the lambda's function in a context; compiled once, as the names of a body's type do not change. */
  finder: ivm.Script | null
  /** What its contexts are made with, as JSON. */
  needs: string | null
  runs: number
  /** What it held after its last run, also outside of V8's heap. */
  heapBytes: number
}

/** A context in which the runtime is installed and nothing of the user has run. */
export interface CellContext {
  readonly context: ivm.Context
  /** A `GuestEntry`. */
  readonly runtime: ivm.Reference
}

/** Called when V8 has lost control over an isolate: nothing in the process can be trusted any more. */
export type OnCatastrophe = (cell: Cell | null) => void

export function createCell(kind: CellKind, onCatastrophe: OnCatastrophe): Cell {
  const { memoryMb, ecmaVersion, inspector } = kind
  const made: { cell: Cell | null } = { cell: null }
  const onCatastrophicError = (): void => onCatastrophe(made.cell)
  const isolate = newIsolate({ memoryLimit: memoryMb, inspector, onCatastrophicError })
  const program = compileProgram(isolate, ecmaVersion)
  const cell: Cell = {
    isolate,
    kind,
    program,
    waiting: null,
    body: null,
    finder: null,
    needs: null,
    runs: 0,
    heapBytes: 0,
  }
  cell.waiting = createContext(cell)
  made.cell = cell
  return cell
}

/** The waiting context, or a new one. */
export function takeContext(cell: Cell): CellContext {
  const context = cell.waiting ?? createContext(cell)
  cell.waiting = null
  cell.runs++
  return context
}

export function createContext(cell: Cell): CellContext {
  useLevel(cell.kind.ecmaVersion)
  const context = cell.isolate.createContextSync({ inspector: cell.kind.inspector })
  return { context, runtime: cell.program.runSync(context, { reference: true }) }
}

/** Sets a context up for a run of the cell's body. */
export function beginRun(cell: Cell, { runtime }: CellContext, task: SandboxWork): void {
  cell.needs ??= JSON.stringify(needsOf(task))
  runtime.applySync(undefined, ['begin', JSON.stringify(task.settings), cell.needs])
}

/** Compiles the body once for all runs of it in this isolate; rejects with the guest's SyntaxError. */
export async function compileBody(cell: Cell, text: string): Promise<ivm.Script> {
  useLevel(cell.kind.ecmaVersion)
  cell.body ??= { text, script: await cell.isolate.compileScript(text, { filename: 'lambda.js' }) }
  return cell.body.script
}

/**
 * A function of the context that gives the first of the names that is a function, else undefined. The names are
 * looked up when it is called, so that functions bound by `const` are found too.
 */
export function findFunction(cell: Cell, { context }: CellContext, names: readonly string[]): ivm.Reference {
  const choose = names.map((name) => `typeof ${name} === 'function' ? ${name} : `).join('')
  cell.finder ??= cell.isolate.compileScriptSync(`(() => ${choose}undefined)`, { filename: 'runtime.js' })
  return cell.finder.runSync(context, { reference: true })
}

export function disposeCell(cell: Cell): void {
  if (!cell.isolate.isDisposed) cell.isolate.dispose()
}
