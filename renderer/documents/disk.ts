import { toErrorData } from '../../electron/contract/errors.ts'
import { studio } from '../studio.ts'
import type { DocumentPlace, SavedText } from './document.ts'

/** How a save ended; `conflict` holds what is on disk instead. */
export interface SaveEnd {
  readonly kind: 'saved' | 'conflict'
  readonly disk: SavedText
}

const goneCodes: readonly string[] = ['case-not-found', 'lambda-not-found']

/** The text on disk; null where the file is gone. */
export async function readSaved({ slug, part }: DocumentPlace): Promise<SavedText | null> {
  try {
    if (part.kind === 'case') return await studio.cases.read(slug, part.case)
    const { body: text, revision } = await studio.lambdas.read(slug)
    return { text, revision }
  } catch (thrown) {
    if (goneCodes.includes(toErrorData(thrown).code)) return null
    throw thrown
  }
}

/** Saves a text over the one it started from. */
export async function writeSaved(
  { slug, part }: DocumentPlace,
  text: string,
  basedOn: string | undefined,
): Promise<SaveEnd> {
  const base = basedOn === undefined ? {} : { basedOn }
  if (part.kind === 'case') {
    const { kind, document } = await studio.cases.save({ slug, case: part.case, text, ...base })
    return { kind, disk: document }
  }
  const { kind, lambda } = await studio.lambdas.save(slug, { body: text, ...base })
  return { kind, disk: { text: lambda.body, revision: lambda.revision } }
}
