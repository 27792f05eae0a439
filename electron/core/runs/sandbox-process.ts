import { spawn, type ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import type { SandboxMessage, SandboxResult, SandboxTask } from '../../contract/models/sandbox.ts'
import type { SandboxLauncher } from '../ports.ts'

/** How a task ended, seen from outside the sandbox process. */
export type TaskEnd =
  | { readonly kind: 'answered'; readonly result: SandboxResult }
  | { readonly kind: 'killed'; readonly why: KillReason }
  | { readonly kind: 'died'; readonly outOfMemory: boolean }
  | { readonly kind: 'unavailable'; readonly complaint: string }

/** Why the studio itself ended a sandbox process. */
export type KillReason = 'time' | 'cancelled' | 'closed'

/** One sandbox process. It takes one task at a time; after a kill or a death it takes none. */
export class SandboxProcess {
  readonly #child: ChildProcess
  #settle: ((end: TaskEnd) => void) | null = null
  #killed: KillReason | null = null
  #complaint = ''
  #alive = true
  #ready = false
  readonly #started: Promise<void>

  constructor(launcher: SandboxLauncher, onGone: (process: SandboxProcess) => void) {
    this.#child = start(launcher)
    this.#started = new Promise((resolve) => {
      this.#child.on('message', (message) => this.#receive(message as SandboxMessage, resolve))
      this.#child.on('close', resolve)
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#hear(chunk))
    this.#child.on('error', (error) => this.#hear(Buffer.from(error.message)))
    this.#child.on('close', () => {
      this.#alive = false
      this.#finish(this.#endOfDeath())
      onGone(this)
    })
  }

  /** Whether it ever came up; one that did not will not do so the next time either. */
  get cameUp(): boolean {
    return this.#ready
  }

  get alive(): boolean {
    return this.#alive && this.#killed === null
  }

  /** Resolves once, whatever becomes of the process. The watchdog kills it after `watchdogMs`. */
  async run(task: SandboxTask, watchdogMs: number): Promise<TaskEnd> {
    await this.#started
    return new Promise((resolve) => {
      const watchdog = setTimeout(() => this.kill('time'), watchdogMs)
      this.#settle = (end) => {
        clearTimeout(watchdog)
        resolve(end)
      }
      if (this.alive) this.#child.send(task, (failed) => failed && this.#hear(Buffer.from(failed.message)))
      else this.#finish(this.#endOfDeath())
    })
  }

  kill(why: KillReason): void {
    this.#killed ??= why
    this.#child.kill('SIGKILL')
  }

  #receive(message: SandboxMessage, started: () => void): void {
    if (message.kind === 'result') {
      this.#alive &&= !message.leaving
      this.#finish({ kind: 'answered', result: message.result })
      return
    }
    this.#ready = true
    started()
  }

  #finish(end: TaskEnd): void {
    this.#settle?.(end)
    this.#settle = null
  }

  #endOfDeath(): TaskEnd {
    if (this.#killed) return { kind: 'killed', why: this.#killed }
    if (!this.#ready) return { kind: 'unavailable', complaint: this.#complaint.trim() }
    return {
      kind: 'died',
      outOfMemory: /out of memory|allocation failed/i.test(this.#complaint),
    }
  }

  #hear(chunk: Buffer): void {
    if (this.#complaint.length < 65_536) this.#complaint += chunk.toString('utf8')
  }
}

function start({ executable, entry, readable }: SandboxLauncher): ChildProcess {
  const permissions = [...readable, '/etc/alpine-release'].map((path) => `--allow-fs-read=${path}`)
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
