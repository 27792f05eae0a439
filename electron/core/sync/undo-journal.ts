import type { UndoLine, UndoStep } from './undo-step.ts'

/** A step that was noted, which may turn out not to happen. */
export interface UndoNote {
  /** Takes the note off again: nothing was done. */
  withdraw(): Promise<void>
}

/**
 * What a job is about to do, on the disk before it is done, so that it can be taken back even if the program is
 * killed in between. Notes that come while others are being written go to the disk together.
 */
export class UndoJournal {
  readonly #append: (lines: readonly UndoLine[]) => Promise<void>
  readonly #heading: UndoLine
  #isHeaded = false
  #waiting: UndoLine[] = []
  #written: Promise<void> = Promise.resolve()
  #next: Promise<void> | null = null
  #noted = 0
  #held = 0

  constructor(heading: UndoLine, append: (lines: readonly UndoLine[]) => Promise<void>) {
    this.#heading = heading
    this.#append = append
  }

  /** On the disk when it is answered. @throws StudioError `disk-full`, `not-writable`, `workspace-gone` */
  async note(step: UndoStep): Promise<UndoNote> {
    const number = this.#noted++
    await this.#write({ number, step })
    this.#held++
    return {
      withdraw: async () => {
        await this.#write({ withdrawn: number })
        this.#held--
      },
    }
  }

  /** Whether anything was noted and not withdrawn. */
  get holdsSteps(): boolean {
    return this.#held > 0
  }

  #write(line: UndoLine): Promise<void> {
    this.#waiting.push(line)
    if (this.#next) return this.#next
    const before = this.#written.catch(() => undefined)
    this.#next = this.#written = before.then(() => this.#writeWaiting())
    return this.#next
  }

  async #writeWaiting(): Promise<void> {
    const lines = this.#waiting
    this.#waiting = []
    this.#next = null
    await this.#append(this.#isHeaded ? lines : [this.#heading, ...lines])
    this.#isHeaded = true
  }
}
