import type { SandboxMessage, SandboxAnswer } from '../contract/models/sandbox.ts'

/** Answers that are sent together at most. */
const most = 8
/** Milliseconds for which an answer is held back at most, beside the run that follows it. */
const holdMs = 8

/** Sends answers to the studio: those of quick runs together, because each message costs both processes time. */
export class Answers {
  readonly #post: (message: SandboxMessage, then?: () => void) => void
  #held: SandboxAnswer[] = []
  #since = 0

  constructor(post: (message: SandboxMessage, then?: () => void) => void) {
    this.#post = post
  }

  /** Sends an answer, or holds it back for the next where it may wait. */
  add(answer: SandboxAnswer, mayWait: boolean): void {
    const now = performance.now()
    if (this.#held.length === 0) this.#since = now
    this.#held.push(answer)
    if (!mayWait || this.#held.length >= most || now - this.#since > holdMs) this.#send(false)
  }

  /** Sends what is held, and the last answer that there is; `then` follows when they are on their way. */
  leave(last: SandboxAnswer | null, then: () => void): void {
    if (last) this.#held.push(last)
    if (this.#held.length > 0) this.#send(last !== null, then)
    else then()
  }

  #send(leaving: boolean, then?: () => void): void {
    const answers = this.#held
    this.#held = []
    this.#post({ kind: 'answers', answers, leaving }, then)
  }
}
