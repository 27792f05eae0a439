import type { ExportedFile } from '../../../contract/models/exchange.ts'
import { bodyPlace, casePlace, casesPlace, settingsPlace, type Place } from '../layout.ts'
import { nameOf, type WorkspaceFiles } from '../workspace-files.ts'

/** The folders of the lambdas as they are, in one archive; unpacked into a workspace they are lambdas of it. */
export async function zipOf(files: WorkspaceFiles, slugs: readonly string[]): Promise<ExportedFile> {
  const { strToU8, zipSync } = await import('fflate')
  const places = (await Promise.all(slugs.map((slug) => placesOf(files, slug)))).flat()
  const contents: Record<string, Uint8Array> = {}
  for (const place of places) contents[nameOf(place)] = strToU8(await files.read(place))
  const bytes = zipSync(contents, { mtime: new Date('2000-01-01T00:00:00Z') })
  const content = Buffer.from(bytes).toString('base64')
  return { fileName: 'lambdas.zip', mediaType: 'application/zip', encoding: 'base64', content }
}

async function placesOf(files: WorkspaceFiles, slug: string): Promise<Place[]> {
  const cases = await files.entries(casesPlace(slug))
  const names = cases.flatMap(({ name }) => /^([^.].*)\.json$/.exec(name)?.[1] ?? [])
  return [bodyPlace(slug), settingsPlace(slug), ...names.map((name) => casePlace(slug, name))]
}
