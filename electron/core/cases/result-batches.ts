/** Results wait this long for others, in milliseconds, so that a face is not told of each of thousands. */
const gatherMs = 40

/** Gathers results and hands them on in batches. */
export class ResultBatches<T> {
  readonly #hand: (results: readonly T[]) => void
  #waiting: T[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(hand: (results: readonly T[]) => void) {
    this.#hand = hand
  }

  add(result: T): void {
    this.#waiting.push(result)
    this.#timer ??= setTimeout(() => this.flush(), gatherMs)
  }

  /** Hands on what waits, now. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting.length > 0) this.#hand(this.#waiting)
    this.#waiting = []
  }
}
