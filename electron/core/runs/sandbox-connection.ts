import type { ChildProcess } from 'node:child_process'
import type {
  SandboxAnswer,
  SandboxJob,
  SandboxMessage,
  SandboxOrder,
  SandboxResult,
  SandboxTask,
} from '../../contract/models/sandbox.ts'
import type { SandboxLauncher } from '../ports.ts'
import { readAnswer } from './read-answer.ts'
import { hold, spawnSandbox } from './spawn-sandbox.ts'

/** Characters of what a process writes to its error stream that are kept. */
const complaintLimit = 65_536

export interface ConnectionListener {
  onReady(): void
  /** Results in the order of their tasks; `leaving`: there will be no more. */
  onResults(results: readonly SandboxResult[], leaving: boolean): void
  /** The process is gone, and its last message has been heard. */
  onClose(): void
}

/** A sandbox process as an operating system's one: sends it tasks, hears its messages and complaints, kills it. */
export class SandboxConnection {
  readonly #child: ChildProcess
  readonly #listener: ConnectionListener
  #unsent: SandboxTask[] = []
  /** Tasks that are not answered, in the order in which they were sent. */
  readonly #open: SandboxTask[] = []
  /** The job that was sent last, as JSON text. */
  #job = ''
  #complaint = ''

  constructor(launcher: SandboxLauncher, listener: ConnectionListener) {
    this.#listener = listener
    this.#child = launcher.started?.() ?? spawnSandbox(launcher)
    this.#child.on('message', (message) => this.#receive(message as Partial<SandboxMessage> | null))
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

  /** Lets this process end before that one has. */
  release(): void {
    hold(this.#child, false)
  }

  #receive(message: Partial<SandboxMessage> | null): void {
    if (message?.kind === 'ready') this.#listener.onReady()
    else if (message?.kind === 'answers' && Array.isArray(message.answers)) {
      const results = readAll(message.answers, this.#open.splice(0, message.answers.length))
      if (results) this.#listener.onResults(results, message.leaving === true)
      else this.#giveUp()
    } else this.#giveUp()
  }

  /** What a process says after something that nobody can read is not heard any more. */
  #giveUp(): void {
    this.#child.removeAllListeners('message')
    this.kill()
  }

  #post(): void {
    const order: SandboxOrder = this.#unsent.map((task) => this.#orderOf(task))
    this.#open.push(...this.#unsent)
    this.#unsent = []
    this.#child.send(order, (failed) => failed && this.#hear(failed.message))
  }

  /** A task as it is sent: what it has in common with the one before is left out. */
  #orderOf(task: SandboxTask): SandboxOrder[number] {
    const { inputs, fresh, inlineAfter } = task
    const job = jobOf(task)
    const text = JSON.stringify(job)
    const isKnown = text === this.#job
    this.#job = text
    return { job: isKnown ? null : job, run: { inputs, fresh, inlineAfter } }
  }

  #hear(text: string): void {
    if (this.#complaint.length < complaintLimit) this.#complaint += text
  }
}

function jobOf(task: SandboxTask): SandboxJob {
  const { body, functionNames, parameters, readsReturn, settings, reach, timeMs, memoryMb, coverage } = task
  return { body, functionNames, parameters, readsReturn, settings, reach, timeMs, memoryMb, coverage }
}

/** Null where an answer cannot be read, or answers nothing that was asked. */
function readAll(
  answers: readonly SandboxAnswer[],
  tasks: readonly SandboxTask[],
): readonly SandboxResult[] | null {
  try {
    return tasks.length < answers.length
      ? null
      : tasks.map((task, at) => readAnswer(answers[at] as SandboxAnswer, task))
  } catch {
    return null
  }
}
