import ivm from 'isolated-vm'
import { guestProgram } from './guest-program.ts'

/** One isolate with the guest's runtime compiled, and at most one context that waits for a run. */
export interface Cell {
  readonly isolate: ivm.Isolate
  readonly memoryMb: number
  readonly program: ivm.Script
  waiting: CellContext | null
  /** The body this isolate has run; an isolate never runs a second one. */
  body: { readonly text: string; readonly script: ivm.Script } | null
  runs: number
}

/** A context in which the runtime is installed and nothing of the user has run. */
export interface CellContext {
  readonly context: ivm.Context
  readonly begin: ivm.Reference
  readonly call: ivm.Reference
  readonly collect: ivm.Reference
}

/** Called when V8 has lost control over an isolate: the process must end. */
export type OnCatastrophe = (message: string) => void

export function createCell(memoryMb: number, inspector: boolean, onCatastrophe: OnCatastrophe): Cell {
  const isolate = new ivm.Isolate({ memoryLimit: memoryMb, inspector, onCatastrophicError: onCatastrophe })
  const program = isolate.compileScriptSync(guestProgram, { filename: 'runtime.js' })
  const cell: Cell = { isolate, memoryMb, program, waiting: null, body: null, runs: 0 }
  cell.waiting = createContext(cell, inspector)
  return cell
}

/** The waiting context, or a new one. */
export function takeContext(cell: Cell): CellContext {
  const context = cell.waiting ?? createContext(cell, false)
  cell.waiting = null
  return context
}

export function createContext(cell: Cell, inspector: boolean): CellContext {
  const context = cell.isolate.createContextSync({ inspector })
  const runtime = cell.program.runSync(context, { reference: true })
  const part = (name: string): ivm.Reference => runtime.getSync(name, { reference: true }) as ivm.Reference
  return { context, begin: part('begin'), call: part('call'), collect: part('collect') }
}

/** Compiles the body once for all runs of it in this isolate; throws the guest's SyntaxError. */
export function compileBody(cell: Cell, text: string): ivm.Script {
  cell.body ??= { text, script: cell.isolate.compileScriptSync(text, { filename: 'lambda.js' }) }
  return cell.body.script
}

export function disposeCell(cell: Cell): void {
  if (!cell.isolate.isDisposed) cell.isolate.dispose()
}
