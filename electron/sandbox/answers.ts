import type { SandboxMessage, SandboxResult } from '../contract/models/sandbox.ts'

/** Results that are sent together at most. */
const most = 4
/** Milliseconds for which a result is held back at most, beside the run that follows it. */
const holdMs = 5

/** Sends results to the studio: those of quick runs together, because each message costs both processes time. */
export class Answers {
  readonly #post: (message: SandboxMessage, then?: () => void) => void
  #held: SandboxResult[] = []
  #since = 0

  constructor(post: (message: SandboxMessage, then?: () => void) => void) {
    this.#post = post
  }

  /** Sends a result, or holds it back for the next where it may wait. */
  add(result: SandboxResult, mayWait: boolean): void {
    const now = performance.now()
    if (this.#held.length === 0) this.#since = now
    this.#held.push(result)
    if (!mayWait || this.#held.length >= most || now - this.#since > holdMs) this.#send(false)
  }

  /** Sends what is held, and the last result that there is; `then` follows when they are on their way. */
  leave(last: SandboxResult | null, then: () => void): void {
    if (last) this.#held.push(last)
    if (this.#held.length > 0) this.#send(last !== null, then)
    else then()
  }

  #send(leaving: boolean, then?: () => void): void {
    const results = this.#held
    this.#held = []
    this.#post({ kind: 'results', results, leaving }, then)
  }
}
