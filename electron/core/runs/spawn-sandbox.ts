import { spawn, type ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import type { SandboxLauncher } from '../ports.ts'

/**
 * isolated-vm cannot do with Node's snapshot. That of V8 keeps its hashes of names: with others, each new context has
 * all of its names sorted again, which is a tenth of a run. Who could guess them slows down nothing but his own lambda.
 */
const engineFlags = ['--no-node-snapshot', '--no-rehash-snapshot']

/** Starts a sandbox process: no environment, no standard input, and nothing to read but its own code. */
export function spawnSandbox({ executable, entry, readable }: SandboxLauncher): ChildProcess {
  const permissions = readable.map((path) => `--allow-fs-read=${path}`)
  return spawn(
    executable,
    [...engineFlags, '--no-warnings', '--permission', '--allow-addons', ...permissions, entry],
    {
      cwd: dirname(entry),
      // Nothing of the host's environment: it may hold keys. Dates in lambdas read as on a server in UTC.
      env: { TZ: 'UTC', ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'] }) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'json',
      windowsHide: true,
    },
  )
}

/** Says whether this process is to stay for a child. */
export function hold(child: ChildProcess, holds: boolean): void {
  for (const handle of [child, child.channel, child.stderr as Partial<Holdable> | null])
    if (holds) handle?.ref?.()
    else handle?.unref?.()
}

/** What the streams of children have, although their type does not say so. */
interface Holdable {
  ref(): void
  unref(): void
}
