import { setFlagsFromString } from 'node:v8'

/** Ten times as many as usual. */
const calls = 4000

/**
 * Tells V8 to optimise a function after so many calls only. It does that on threads of its own, which take the cores
 * from the sandbox processes, and a command has ended before most of it is worth that. To be called when all is loaded:
 * Node compiles its own modules anew, instead of reading them, once V8 has been told something.
 */
export function optimiseLate(): void {
  setFlagsFromString(`--invocation-count-for-maglev=${calls}`)
}
