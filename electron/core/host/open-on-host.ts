import { StudioError } from '../../contract/errors.ts'
import type { OpenPath } from '../ports.ts'

/** Opens a file or folder with the program that the system has for it. @throws StudioError `cannot-open` */
export async function openOnHost(open: OpenPath | undefined, path: string | null): Promise<void> {
  const fault = !open || path === null ? 'This host opens no files and folders.' : await open(path)
  if (fault === null) return
  throw new StudioError({
    code: 'cannot-open',
    message: path === null ? fault : `${path} could not be opened: ${fault}`,
    hint: 'Open it by its path.',
  })
}
