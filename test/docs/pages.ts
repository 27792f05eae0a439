import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import type { LambdaTypeInfo } from '../../electron/contract/models/lambda-type.ts'
import { documentLambdaTypes } from '../../electron/core/catalogue/documentation.ts'

/** Where the committed pages are. */
export const pagesFolder = join(import.meta.dirname, '../../docs/lambda-types')

/** The pages as they are committed, by file name. */
export async function pageTexts(types: readonly LambdaTypeInfo[]): Promise<Readonly<Record<string, string>>> {
  const pages = Object.entries(documentLambdaTypes(types)).map(async ([name, text]) => {
    const options = await resolveConfig(join(pagesFolder, name))
    return [name, await format(text, { ...options, parser: 'markdown' })] as const
  })
  return Object.fromEntries(await Promise.all(pages))
}
