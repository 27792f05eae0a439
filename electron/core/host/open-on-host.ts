import { StudioError } from '../../contract/errors.ts'
import { say, type Worded } from '../../contract/words.ts'
import type { OpenPath } from '../ports.ts'

/** Opens a file or folder with the program that the system has for it. @throws StudioError `cannot-open` */
export async function openOnHost(open: OpenPath | undefined, path: string | null): Promise<void> {
  if (path === null) throw cannotOpen(noOpener)
  const fault = open ? await open(path) : noOpener
  if (fault !== null) throw cannotOpen(say`${path} could not be opened: ${fault}`)
}

const noOpener = say`This host opens no files and folders.`

function cannotOpen(message: Worded): StudioError {
  return new StudioError({ code: 'cannot-open', message, hint: 'Open it by its path.' })
}
