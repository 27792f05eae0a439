import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { casesPlace, lambdaPlace } from './layout.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/**
 * Stands for the state of a lambda's folder: the same text as long as no file in it was written, added or removed.
 * Whatever lies there counts, also files whose names the studio would not write; never fails.
 */
export function fingerprintOf({ folder }: WorkspaceFiles, slug: string): string {
  const paths = [lambdaPlace(slug), casesPlace(slug)].flatMap((place) => filesIn(join(folder, ...place)))
  return paths.map(stateOf).join('\n')
}

/** In an order of their own; none where there is no folder to read. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') && name !== 'cases')
      .sort()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** Stands for the state of one file. A link that leads in a circle has none but its name. */
export function stateOf(path: string): string {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    return found ? `${path} ${found.ino} ${found.size} ${found.mtimeMs}` : path
  } catch {
    return path
  }
}
