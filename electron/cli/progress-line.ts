import type { StudioEvents } from '../contract/events.ts'
import type { EmitEvent } from '../contract/transport.ts'
import type { CommandContext } from './context.ts'

type Job = StudioEvents['jobs.changed']

/** Goes back to the start of the line and empties it. */
const anew = '\r\u001b[2K'

/** Says at a terminal how far long work is, in one line that goes away at the end; says nothing where nobody looks. */
export class ProgressLine {
  readonly #write: (text: string) => void
  readonly #what: string
  #isShown = false
  #isEnding = false

  /** @param what what is counted, such as `members` */
  constructor({ process, output }: CommandContext, what: string) {
    const { stderr } = process
    const isSeen = stderr.isTTY === true && !output.json
    this.#write = isSeen ? (text) => void stderr.write(text) : () => undefined
    this.#what = what
  }

  /** For the studio that does the work. */
  readonly emit: EmitEvent = (event, payload) => {
    if (event === 'jobs.changed') this.#show(payload as Job)
  }

  /** The user has had enough: what is under way still comes to its end. */
  cancel(): void {
    this.#isEnding = true
    this.#isShown = true
    this.#write(`${anew}Cancelling; waiting for what is under way…`)
  }

  clear(): void {
    if (this.#isShown) this.#write(anew)
    this.#isShown = false
  }

  #show({ state, done, total }: Job): void {
    if (state !== 'running') this.clear()
    else if (total > 0 && !this.#isEnding) {
      this.#isShown = true
      const counts = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
      this.#write(`${anew}${counts} ${this.#what}, ${Math.floor((100 * done) / total)} %`)
    }
  }
}
