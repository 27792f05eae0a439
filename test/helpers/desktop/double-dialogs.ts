/** A dialog of the system that waits for its answer. */
export interface AskedDialog {
  readonly kind: 'message' | 'open' | 'save'
  readonly options: Readonly<Record<string, unknown>>
  readonly answer: (answer: object) => void
}

/** A double of `dialog`: every dialog stands until the test answers it. */
export class DoubleDialogs {
  readonly #asked: AskedDialog[] = []
  readonly #waiting: ((dialog: AskedDialog) => void)[] = []

  readonly showMessageBox = (...args: object[]): Promise<unknown> => this.#ask('message', args)
  readonly showOpenDialog = (...args: object[]): Promise<unknown> => this.#ask('open', args)
  readonly showSaveDialog = (...args: object[]): Promise<unknown> => this.#ask('save', args)

  /** The next dialog that was not looked at yet. */
  next(): Promise<AskedDialog> {
    const first = this.#asked.shift()
    return first ? Promise.resolve(first) : new Promise((resolve) => this.#waiting.push(resolve))
  }

  get unanswered(): readonly AskedDialog[] {
    return this.#asked
  }

  #ask(kind: AskedDialog['kind'], args: readonly object[]): Promise<unknown> {
    const options = args.at(-1) as AskedDialog['options'] & { signal?: AbortSignal; cancelId?: number }
    return new Promise((resolve) => {
      options.signal?.addEventListener('abort', () => resolve({ response: options.cancelId }))
      const dialog: AskedDialog = { kind, options, answer: resolve }
      const waiting = this.#waiting.shift()
      if (waiting) waiting(dialog)
      else this.#asked.push(dialog)
    })
  }
}
