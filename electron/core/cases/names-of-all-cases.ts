import type { NamedCases } from '../../contract/models/case.ts'
import { mapInTurns } from '../files/map-in-turns.ts'
import { usableSlugs } from '../workspace/list-lambdas.ts'
import type { WorkspaceFiles } from '../workspace/workspace-files.ts'
import { findCaseFiles } from './case-files.ts'

/** The cases of every lambda that has some, by lambda; a folder that cannot be read says so where lambdas are listed. */
export async function namesOfAllCases(files: WorkspaceFiles): Promise<readonly NamedCases[]> {
  const named = await mapInTurns(usableSlugs(files), (slug) => ({ slug, names: namesOf(files, slug) }))
  return named.filter(({ names }) => names.length > 0)
}

function namesOf(files: WorkspaceFiles, slug: string): readonly string[] {
  try {
    return findCaseFiles(files, slug).names
  } catch {
    return []
  }
}
