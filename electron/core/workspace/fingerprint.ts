import { stat } from 'node:fs/promises'
import { casesPlace, lambdaPlace, type Place } from './layout.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** Stands for the state of a lambda's folder: the same text as long as no file in it was written, added or removed. */
export async function fingerprintOf(files: WorkspaceFiles, slug: string): Promise<string> {
  const places = [...(await filesIn(files, lambdaPlace(slug))), ...(await filesIn(files, casesPlace(slug)))]
  const states = await Promise.all(places.map((place) => stateOf(files, place)))
  return states.join('\n')
}

async function filesIn(files: WorkspaceFiles, place: Place): Promise<Place[]> {
  const entries = await files.entries(place).catch(() => [])
  return entries.flatMap(({ name }) => (name.startsWith('.') || name === 'cases' ? [] : [[...place, name]]))
}

async function stateOf(files: WorkspaceFiles, place: Place): Promise<string> {
  const name = place.join('/')
  try {
    const { ino, size, mtimeMs } = await stat(files.pathOf(place))
    return `${name} ${ino} ${size} ${mtimeMs}`
  } catch {
    return name
  }
}
