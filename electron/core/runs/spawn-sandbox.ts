import { spawn, type ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import type { SandboxLauncher } from '../ports.ts'

/** Starts a sandbox process: no environment, no standard input, and nothing to read but its own code. */
export function spawnSandbox({ executable, entry, readable }: SandboxLauncher): ChildProcess {
  const permissions = readable.map((path) => `--allow-fs-read=${path}`)
  const flags = ['--no-node-snapshot', '--no-warnings', '--permission', '--allow-addons', ...permissions]
  return spawn(executable, [...flags, entry], {
    cwd: dirname(entry),
    // Nothing of the host's environment: it may hold keys. Dates in lambdas read as on a server in UTC.
    env: { TZ: 'UTC', ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'] }) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
    windowsHide: true,
  })
}
