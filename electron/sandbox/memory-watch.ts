/**
 * Watches the memory of the whole process during a run, because some bodies outgrow V8's limit unhindered. The run
 * itself is on a thread of its own, so this timer keeps firing.
 */
export function watchMemory(memoryMb: number, onExceeded: () => void): () => void {
  const allowed = process.memoryUsage.rss() + (memoryMb * 2 + 96) * 1024 * 1024
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() > allowed) onExceeded()
  }, 20)
  return () => clearInterval(timer)
}
