import type { ChildProcess } from 'node:child_process'
import type { SandboxLauncher } from '../ports.ts'
import { hold, spawnSandbox } from './spawn-sandbox.ts'

/**
 * A launcher whose first processes come up from now on, while the rest of the program is still being loaded. Those
 * that nobody takes keep nothing waiting and end with this process.
 */
export function withHeadStart(launcher: SandboxLauncher, count: number): SandboxLauncher {
  const started = new Set(Array.from({ length: count }, () => spawnSandbox(launcher)))
  for (const child of started) {
    hold(child, false)
    // The one that is started in its stead tells what the matter is.
    const drop = (): boolean => started.delete(child)
    child.once('error', drop).once('exit', drop)
  }
  const take = (): ChildProcess | undefined => {
    const [child] = started
    if (!child) return undefined
    started.delete(child)
    hold(child, true)
    return child
  }
  return { ...launcher, started: take }
}
