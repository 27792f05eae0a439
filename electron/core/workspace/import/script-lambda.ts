import { posix } from 'node:path'
import type { ImportedFile } from '../../../contract/models/exchange.ts'
import { lambdaFile, type LambdaFile } from '../../../contract/models/lambda.ts'
import type { FileShelf } from './file-shelf.ts'
import { guessType } from './guess-type.ts'
import type { Findings } from './plan-import.ts'

/** A file that is the body itself; what else is known of it may stand in a JSON file of the same name beside it. */
export function lambdaOfScript(file: ImportedFile, shelf: FileShelf): Findings {
  const beside = settingsBeside(file, shelf)
  return {
    found: [
      {
        name: beside?.name ?? nameOfFile(file.name),
        type: beside?.type ?? guessType(file.text),
        engineType: beside?.engineType ?? 'GraalJS',
        debug: beside?.debug ?? false,
        body: file.text,
        id: onlyId(beside?.ids ?? {}),
        file: file.name,
      },
    ],
    problems: [],
  }
}

/** The id that the lambda has everywhere; which of several is meant the file does not tell. */
function onlyId(ids: LambdaFile['ids']): string | null {
  const [id = null, ...others] = new Set(Object.values(ids).map((each) => each.toLowerCase()))
  return others.length === 0 ? id : null
}

function settingsBeside(file: ImportedFile, shelf: FileShelf): LambdaFile | null {
  const settings = shelf.find(file, posix.basename(file.name).replace(/\.js$/i, '.json'))
  if (!settings) return null
  try {
    const parsed = lambdaFile.safeParse(JSON.parse(settings.text))
    if (!parsed.success) return null
    shelf.take(settings)
    return parsed.data
  } catch {
    return null
  }
}

/** The file's name without its ending; a lambda.js goes by its folder. */
function nameOfFile(path: string): string {
  const stem = posix.basename(path).replace(/\.js$/i, '')
  const folder = posix.basename(posix.dirname(path))
  return stem === 'lambda' && folder !== '.' && folder !== '' ? folder : stem || 'lambda'
}
