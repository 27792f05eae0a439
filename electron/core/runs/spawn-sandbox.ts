import { spawn, type ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import type { SandboxLauncher } from '../ports.ts'

/**
 * V8 makes a context a tenth faster where the hashes of its names begin alike in every process. A lambda that finds
 * texts of one hash slows itself down with them and no other: its time is watched from outside.
 */
const quickContexts = '--no-rehash-snapshot'

/** Starts a sandbox process: no environment, no standard input, and nothing to read but its own code. */
export function spawnSandbox({ executable, entry, readable }: SandboxLauncher): ChildProcess {
  const permissions = readable.map((path) => `--allow-fs-read=${path}`)
  const isolation = ['--permission', '--allow-addons', ...permissions]
  const flags = ['--no-node-snapshot', '--no-warnings', quickContexts, ...isolation]
  return spawn(executable, [...flags, entry], {
    cwd: dirname(entry),
    // Nothing of the host's environment: it may hold keys. Dates in lambdas read as on a server in UTC.
    env: { TZ: 'UTC', ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'] }) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
    windowsHide: true,
  })
}
