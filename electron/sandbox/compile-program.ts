import type ivm from 'isolated-vm'
import { useLevel } from './engine-flags.ts'
import { guestProgram } from './guest-program.ts'

/** The guest's program for a language level, and what V8 has made of it. */
interface Program {
  readonly text: string
  compiled?: ivm.ExternalCopy<ArrayBuffer> | undefined
}

const filename = 'runtime.js'
const programs = new Map<number, Program>()

/** Compiles the guest's program for a language level, from what V8 made of it before where there is that. */
export function compileProgram(isolate: ivm.Isolate, ecmaVersion: number): ivm.Script {
  useLevel(ecmaVersion)
  const { text, compiled } = programOf(ecmaVersion)
  return isolate.compileScriptSync(text, { filename, ...(compiled && { cachedData: compiled }) })
}

/**
 * Keeps what V8 has compiled of the program by now, for the isolates to come. It holds bytecode, which V8 believes:
 * only an isolate in which nothing but the studio's own lambda has run may give it.
 */
export function keepCompiled(isolate: ivm.Isolate, ecmaVersion: number): void {
  useLevel(ecmaVersion)
  const program = programOf(ecmaVersion)
  if (program.compiled) return
  // V8 still has the program of this isolate, so that nothing is compiled again.
  const { text } = program
  const script = isolate.compileScriptSync(text, { filename, produceCachedData: true }) as object
  program.compiled = (script as ivm.CachedDataResult).cachedData
}

function programOf(ecmaVersion: number): Program {
  const known = programs.get(ecmaVersion) ?? { text: guestProgram(ecmaVersion) }
  programs.set(ecmaVersion, known)
  return known
}
