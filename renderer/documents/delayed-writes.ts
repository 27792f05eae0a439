/** Text is on its way to the disk this long after a key was pressed. */
const delayMs = 200

/**
 * Writes what changes a moment after it changed, and at once when the page goes out of sight. Typing on and on does
 * not put the writing off; what could not be written is tried again.
 */
export class DelayedWrites<Key> {
  readonly #timers = new Map<Key, ReturnType<typeof setTimeout>>()
  readonly #write: (key: Key) => Promise<unknown> | undefined

  /** `write` gives nothing where there is nothing to write any more. */
  constructor(write: (key: Key) => Promise<unknown> | undefined) {
    this.#write = write
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') for (const key of [...this.#timers.keys()]) this.#now(key)
    })
  }

  later(key: Key, delay = delayMs): void {
    if (!this.#timers.has(key))
      this.#timers.set(
        key,
        setTimeout(() => this.#now(key), delay),
      )
  }

  drop(key: Key): void {
    clearTimeout(this.#timers.get(key))
    this.#timers.delete(key)
  }

  #now(key: Key): void {
    this.drop(key)
    this.#write(key)?.catch(() => this.later(key, delayMs * 10))
  }
}
