import type { SandboxEnd } from '../contract/models/sandbox.ts'

const megabyte = 1024 * 1024
/** Milliseconds after its limit at which a run counts as one that V8 cannot stop. */
const patienceMs = 200
const intervalMs = 20

/** The limits of a run that are watched from outside the isolate. */
export interface WatchedLimits {
  readonly timeMs: number
  readonly memoryMb: number
}

/**
 * Watches a run that V8's own limits may not hold: some bodies outgrow the memory unhindered or do not notice that
 * their time is up. The run is on a thread of its own, so this timer keeps firing. Calls `onLost` at most once, with
 * the limit that the run broke first.
 */
export function watchRun(
  { timeMs, memoryMb }: WatchedLimits,
  onLost: (end: Extract<SandboxEnd, 'timed-out' | 'out-of-memory'>) => void,
): () => void {
  const deadline = performance.now() + timeMs + patienceMs
  const before = process.memoryUsage.rss()
  const timer = setInterval(() => {
    const grown = (process.memoryUsage.rss() - before) / megabyte
    // The memory of the process is more than the isolate's heap: garbage, compiled code, what the run before left.
    const isTooLarge = grown > memoryMb * 2 + 96
    const isLate = performance.now() > deadline
    if (!isTooLarge && !isLate) return
    clearInterval(timer)
    onLost(isTooLarge || grown > memoryMb ? 'out-of-memory' : 'timed-out')
  }, intervalMs)
  return () => clearInterval(timer)
}
