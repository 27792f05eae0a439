import type { ChildProcess } from 'node:child_process'
import type { SandboxMessage, SandboxOrder, SandboxTask } from '../../contract/models/sandbox.ts'
import type { SandboxLauncher } from '../ports.ts'
import { spawnSandbox } from './spawn-sandbox.ts'

/** Characters of what a process writes to its error stream that are kept. */
const complaintLimit = 65_536

export interface ConnectionListener {
  onMessage(message: SandboxMessage): void
  /** The process is gone, and its last message has been heard. */
  onClose(): void
}

/** A sandbox process as an operating system's one: sends it tasks, hears its messages and complaints, kills it. */
export class SandboxConnection {
  readonly #child: ChildProcess
  #unsent: SandboxTask[] = []
  #complaint = ''

  constructor(launcher: SandboxLauncher, listener: ConnectionListener) {
    this.#child = launcher.started?.() ?? spawnSandbox(launcher)
    this.#child.on('message', (message) => listener.onMessage(message as SandboxMessage))
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#hear(chunk.toString('utf8')))
    this.#child.on('error', (error) => this.#hear(error.message))
    // Comes after the last message has been read.
    this.#child.on('close', () => listener.onClose())
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** What the process wrote to its error stream. */
  get complaint(): string {
    return this.#complaint.trim()
  }

  /** Sends a task; those that are sent in one go make one message. */
  send(task: SandboxTask): void {
    if (this.#unsent.push(task) === 1) queueMicrotask(() => this.#post())
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  #post(): void {
    const tasks: SandboxOrder = this.#unsent
    this.#unsent = []
    this.#child.send(tasks, (failed) => failed && this.#hear(failed.message))
  }

  #hear(text: string): void {
    if (this.#complaint.length < complaintLimit) this.#complaint += text
  }
}
