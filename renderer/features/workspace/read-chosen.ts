import type { ImportedFile, ImportProblem } from '../../../electron/contract/models/exchange.ts'
import { t } from '../../messages/translate.ts'

/** A file as the user chose it, with the folders that it was found in. */
export interface ChosenFile {
  readonly name: string
  readonly content: Blob
}

/** What was read, and files that are no text. */
export interface ReadFiles {
  readonly files: readonly ImportedFile[]
  readonly problems: readonly ImportProblem[]
}

/** A body must come over byte for byte: nothing is replaced, and a byte order mark stays. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export async function readChosen(chosen: readonly ChosenFile[]): Promise<ReadFiles> {
  const read = await Promise.all(chosen.map(readOne))
  return {
    files: read.flatMap((each) => ('text' in each ? each : [])),
    problems: read.flatMap((each) => ('text' in each ? [] : each)),
  }
}

async function readOne({ name, content }: ChosenFile): Promise<ImportedFile | ImportProblem> {
  const bytes = await content.arrayBuffer()
  try {
    return { name, text: strict.decode(bytes) }
  } catch {
    return { file: name, message: t('import.notText', { file: name }), hint: t('import.notTextHint') }
  }
}
