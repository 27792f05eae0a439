import { join, relative, sep } from 'node:path'
import { watch as watchFiles } from 'chokidar'
import { MissedEntries } from './missed-entries.ts'

/** What happened on disk within a short while, by whomever. */
export interface OutsideEdits {
  readonly slugs: readonly string[]
  /** studio.json was touched. */
  readonly config: boolean
}

/** Called by a watch. */
export interface WatchListener {
  /** All edits from now on are told. */
  ready(): void
  edited(edits: OutsideEdits): void
  /** Edits can no longer be told, and why. */
  lost(reason: string): void
}

export interface Watch {
  close(): Promise<void>
}

/** Edits are gathered for this long, because programs save in several steps. */
const settleMs = 40

/** Watches studio.json and everything below `lambdas/`. */
export function watchWorkspace(folder: string, listener: WatchListener): Watch {
  const slugs = new Set<string>()
  let config = false
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    timer = undefined
    listener.edited({ slugs: [...slugs], config })
    slugs.clear()
    config = false
  }
  const note = (path: string): void => {
    const [first, slug] = relative(folder, path).split(sep)
    if (first === 'lambdas' && slug !== undefined) slugs.add(slug)
    else if (first === 'studio.json' || first === '') config = true
    else return
    timer ??= setTimeout(tell, settleMs)
  }
  const isIgnored = (path: string): boolean => isUnwatched(relative(folder, path))
  const watcher = watchFiles(folder, { ignoreInitial: true, followSymlinks: false, ignored: isIgnored })
  let isLost = false
  const missed = new MissedEntries(watcher, { isIgnored, found: note })
  watcher.on('all', (_event, path) => note(path))
  watcher.on('addDir', (path) => missed.lookIn(path))
  watcher.on('ready', () => {
    missed.lookIn(folder)
    missed.lookIn(join(folder, 'lambdas'))
    if (!isLost) listener.ready()
  })
  // What cannot be watched is told once, also where chokidar meets it anew in every folder and is ready after all.
  watcher.on('error', (error) => {
    if (isLost) return
    isLost = true
    listener.lost(error instanceof Error ? error.message : 'unknown')
  })
  return {
    close: () => {
      clearTimeout(timer)
      missed.close()
      return watcher.close()
    },
  }
}

/** Anything but studio.json and what is below `lambdas/`, and what the studio itself writes on the way. */
function isUnwatched(path: string): boolean {
  if (path === '' || path === 'lambdas' || path === 'studio.json') return false
  return !path.startsWith(`lambdas${sep}`) || path.split(sep).some((part) => part.startsWith('.'))
}
