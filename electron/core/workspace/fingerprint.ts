import { readdirSync, statSync } from 'node:fs'
import { casesPlace, lambdaPlace, type Place } from './layout.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** Stands for the state of a lambda's folder: the same text as long as no file in it was written, added or removed. */
export function fingerprintOf(files: WorkspaceFiles, slug: string): string {
  const places = [...filesIn(files, lambdaPlace(slug)), ...filesIn(files, casesPlace(slug))]
  return places.map((place) => stateOf(files, place)).join('\n')
}

function filesIn(files: WorkspaceFiles, place: Place): Place[] {
  return namesIn(files.pathOf(place))
    .filter((name) => !name.startsWith('.') && name !== 'cases')
    .map((name) => [...place, name])
}

/** In an order of their own; none where there is no folder to read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function stateOf(files: WorkspaceFiles, place: Place): string {
  const name = place.join('/')
  const found = statSync(files.pathOf(place), { throwIfNoEntry: false })
  return found ? `${name} ${found.ino} ${found.size} ${found.mtimeMs}` : name
}
