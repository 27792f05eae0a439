import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder to offer for a new workspace: the one that the user started in, else a free name below the user's
 * documents, or below the home folder where there are no documents.
 */
export async function suggestedFolder(startFolder: string | undefined, home = homedir()): Promise<string> {
  if (startFolder !== undefined) return startFolder
  const documents = join(home, 'Documents')
  return freeFolder(join((await isThere(documents)) ? documents : home, 'lambdas'))
}

async function freeFolder(wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await isThere(folder))) return folder
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
