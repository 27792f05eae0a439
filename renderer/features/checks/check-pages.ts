import { readPage, type CheckPage } from './read-page.ts'

/** What the documents say of each code; a page is loaded when it is read. */
const loaders = import.meta.glob<string>('../../../docs/checks/*.md', { query: '?raw', import: 'default' })

const fileOf = (code: string): string => `../../../docs/checks/${code}.md`

/** The page that lists all others. */
export const checkIndex = 'index'

export const hasCheckPage = (code: string): boolean => Object.hasOwn(loaders, fileOf(code))

/** The page of a code; the list of all where the code has none. */
export async function loadCheckPage(code: string): Promise<CheckPage> {
  const load = loaders[fileOf(code)] ?? loaders[fileOf(checkIndex)]
  return readPage((await load?.()) ?? '')
}
