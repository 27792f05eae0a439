import type { SandboxAnswer, SandboxWork } from '../contract/models/sandbox.ts'

/** How many runs of the last body have ended well, one after the other. */
export class GoodRuns {
  #body: string | null = null
  #count = 0

  /** Whether so many have that a run may take this process's own thread. */
  allowInline({ body, inlineAfter }: SandboxWork): boolean {
    return inlineAfter !== null && (body === this.#body ? this.#count : 0) >= inlineAfter
  }

  ended({ body }: SandboxWork, { went }: SandboxAnswer): void {
    const before = body === this.#body ? this.#count : 0
    this.#body = body
    this.#count = went === 'returned' || went === 'threw' ? before + 1 : 0
  }
}
