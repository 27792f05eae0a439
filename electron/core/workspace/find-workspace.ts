import { realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'

/**
 * The nearest folder from here upward that holds a studio.json.
 * @throws StudioError `not-a-workspace`
 */
export async function findWorkspace(from: string): Promise<string> {
  const start = await realpath(resolve(from)).catch(() => null)
  for (const folder of start === null ? [] : upward(start)) {
    if (await isWorkspace(folder)) return folder
  }
  throw notAWorkspace(from)
}

/** Whether the folder itself holds a studio.json. */
export async function isWorkspace(folder: string): Promise<boolean> {
  return stat(join(folder, 'studio.json')).then(
    (found) => found.isFile(),
    () => false,
  )
}

function* upward(folder: string): Generator<string> {
  yield folder
  if (dirname(folder) !== folder) yield* upward(dirname(folder))
}

export function notAWorkspace(from: string): StudioError {
  return new StudioError({
    code: 'not-a-workspace',
    message: say`${resolve(from)} is not in a workspace: neither it nor a folder above it holds a studio.json.`,
    hint: 'Name another folder, or make this one a workspace: lambda-studio new <type> <name> does.',
  })
}
