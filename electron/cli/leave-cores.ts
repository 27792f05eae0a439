import { setFlagsFromString } from 'node:v8'

const flags = [
  // Functions are optimised after ten times as many calls as usual: a command has ended before most of it is worth that.
  '--invocation-count-for-maglev=4000',
  // What is old is only looked through when its room is full, which that of most commands never is.
  '--no-incremental-marking',
]

/**
 * Leaves the cores to the sandbox processes: V8 compiles and looks for garbage on threads of its own. To be called when
 * all is loaded: Node compiles its own modules anew, instead of reading them, once V8 has been told something.
 */
export function leaveCores(): void {
  for (const flag of flags) setFlagsFromString(flag)
}
