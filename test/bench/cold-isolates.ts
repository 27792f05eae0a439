import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { launcher } from '../helpers/studio.ts'

/** What one cold run is given: the body, and the arguments by position as JSON. */
export interface ColdTask {
  readonly body: string
  readonly functionName: string
  readonly argumentsJson: string
}

/**
 * A process that runs a lambda the plainest way there is: a new isolate, a context, compile, call, dispose; no
 * runtime, no checks, no report. What the studio is measured against.
 */
export class ColdIsolates {
  readonly #child: ChildProcess

  constructor() {
    const script = join(import.meta.dirname, 'cold-isolates-process.ts')
    this.#child = spawn(launcher.executable, ['--no-node-snapshot', '--no-warnings', script], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
  }

  /** Runs a task so many times in sequence and gives the milliseconds of each, measured inside the process. */
  async run(task: ColdTask, times: number): Promise<number[]> {
    this.#child.send({ task, times })
    const [durations] = (await once(this.#child, 'message')) as [number[]]
    return durations
  }

  close(): void {
    this.#child.kill()
  }
}
