import type { NamedCases } from '../../contract/models/case.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { usableSlugs } from '../workspace/list-lambdas.ts'
import type { WorkspaceFiles } from '../workspace/workspace-files.ts'
import { findCaseFiles } from './case-files.ts'

/** Folders read at the same time. */
const parallel = 32

/** The cases of every lambda that has some, by lambda; a folder that cannot be read says so where lambdas are listed. */
export async function namesOfAllCases(files: WorkspaceFiles): Promise<readonly NamedCases[]> {
  const named = await mapInParallel(await usableSlugs(files), parallel, (slug) => namesOf(files, slug))
  return named.filter(({ names }) => names.length > 0)
}

async function namesOf(files: WorkspaceFiles, slug: string): Promise<NamedCases> {
  const { names } = await findCaseFiles(files, slug).catch(() => ({ names: [] }))
  return { slug, names }
}
