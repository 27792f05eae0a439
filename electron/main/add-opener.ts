import { basename, join } from 'node:path'
import { StudioError } from '../contract/errors.ts'
import { writeAtomically } from '../core/workspace/atomic-write.ts'
import { fileFailure } from '../core/workspace/file-failure.ts'

/** For people who look into it: the file stands for the folder it lies in, whatever it holds. */
const text = 'Opened with Lambda Studio, this file opens the workspace in its folder.\n'

/**
 * Puts a file of the studio's own kind into a workspace's folder and gives its name.
 * @throws StudioError `no-workspace`, `not-writable` and others of the file system
 */
export async function addOpener(folder: string | null): Promise<string> {
  if (folder === null) throw noWorkspace
  const name = `${basename(folder)}.lambda-studio`
  await writeAtomically(join(folder, name), text).catch((thrown: unknown) => {
    throw fileFailure(thrown, 'written', join(folder, name))
  })
  return name
}

const noWorkspace = new StudioError({
  code: 'no-workspace',
  message: 'No workspace is open.',
  hint: 'Open one, and add the file to it then.',
})
