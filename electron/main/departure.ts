import type { BrowserWindow } from 'electron'
import { Signal } from './signal.ts'

/** Windows that close together, for a quit or an update, until the user keeps one of them open. */
export class Departure {
  why: 'none' | 'quit' | 'update' = 'none'
  readonly #stayed = new Signal()

  /** The user keeps a window open that was to close. */
  stay(): void {
    this.why = 'none'
    this.#stayed.tell()
  }

  /** Closes windows as a user does, one after the other; false where the user keeps one. */
  async closeAll(windows: readonly BrowserWindow[], why: 'quit' | 'update'): Promise<boolean> {
    this.why = why
    for (const window of windows) {
      const closed = new Promise<boolean>((resolve) => window.once('closed', () => resolve(true)))
      const stayed = this.#stayed.next().then(() => false)
      window.close()
      if (!(await Promise.race([closed, stayed]))) return false
    }
    return true
  }
}
