import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FSWatcher } from 'chokidar'

/** Folders found within this time are looked through together. */
const gatherMs = 20
/** How long after that: soon, and once more for a machine that is busy. */
const lookMs = [50, 1000] as const

export interface MissedListener {
  isIgnored(path: string): boolean
  found(path: string): void
}

/**
 * Finds what comes into a folder after chokidar has read it and before it watches it, which it never tells by
 * itself: a workspace that is new gets its first lambda just then.
 */
export class MissedEntries {
  readonly #watcher: FSWatcher
  readonly #listener: MissedListener
  #gathered: string[] = []
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(watcher: FSWatcher, listener: MissedListener) {
    this.#watcher = watcher
    this.#listener = listener
  }

  /** To be told of each folder that is about to be watched. */
  lookIn(folder: string): void {
    if (this.#gathered.push(folder) > 1) return
    this.#after(gatherMs, () => {
      const folders = this.#gathered
      this.#gathered = []
      for (const delay of lookMs) this.#after(delay, () => this.#look(folders))
    })
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #after(delay: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      act()
    }, delay)
    this.#timers.add(timer.unref())
  }

  #look(folders: readonly string[]): void {
    const watched = this.#watcher.getWatched()
    for (const path of folders.flatMap((folder) => missedIn(folder, watched[folder]))) {
      if (this.#listener.isIgnored(path)) continue
      this.#watcher.add(path)
      this.#listener.found(path)
      this.lookIn(path)
    }
  }
}

function missedIn(folder: string, known: readonly string[] = []): string[] {
  const names = new Set(known)
  try {
    return readdirSync(folder)
      .filter((name) => !names.has(name))
      .map((name) => join(folder, name))
  } catch {
    // It is gone again, or no folder.
    return []
  }
}
