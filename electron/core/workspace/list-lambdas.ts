import type { Dirent } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { toErrorData } from '../../contract/errors.ts'
import type { LambdaListing, LambdaSummary } from '../../contract/models/lambda.ts'
import { nameFault } from '../../contract/models/slug.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { said, say, type Worded } from '../../contract/words.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { lambdaPlace, lambdasPlace, settingsPlace } from './layout.ts'
import { problemsTogether } from './listing-problems.ts'
import { readSettings, summaryOf } from './read-lambda.ts'
import { nameOf, type WorkspaceFiles } from './workspace-files.ts'
import { isInside } from './writable-path.ts'

/** One folder below `lambdas/`: its lambda where it can be read, and what is wrong with it. */
export interface ListedFolder {
  readonly lambda: LambdaSummary | null
  readonly problems: readonly WorkspaceProblem[]
}

/** A folder below `lambdas/`. */
export interface LambdaFolder {
  readonly slug: string
  readonly isLink: boolean
}

/** Files read at the same time; the system does four at once, the rest waits ready. */
const parallel = 32

/** Reads the settings of every lambda; what is broken becomes a problem of its folder, and the rest is listed. */
export async function listLambdas(files: WorkspaceFiles): Promise<LambdaListing> {
  const folders = listFolders(files)
  const listed = await mapInParallel(folders, parallel, (folder) => listFolder(files, folder))
  return listingOf(listed)
}

/** The folders below `lambdas/`, by name. */
export function listFolders(files: WorkspaceFiles): readonly LambdaFolder[] {
  return files
    .entriesAtOnce(lambdasPlace)
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink()))
    .map((entry) => ({ slug: entry.name, isLink: entry.isSymbolicLink() }))
}

/** The names of the folders below `lambdas/` that a lambda may have. */
export function usableSlugs(files: WorkspaceFiles): readonly string[] {
  return listFolders(files)
    .map(({ slug }) => slug)
    .filter((slug) => nameFault(slug) === null)
}

/** Puts together what was found folder by folder, with what only shows across them. */
export function listingOf(listed: readonly ListedFolder[]): LambdaListing {
  const lambdas = listed.flatMap(({ lambda }) => lambda ?? [])
  return { lambdas, problems: [...listed.flatMap(({ problems }) => problems), ...problemsTogether(lambdas)] }
}

/** Reads one folder below `lambdas/`. */
export async function listFolder(files: WorkspaceFiles, folder: LambdaFolder): Promise<ListedFolder> {
  const { slug } = folder
  const fault = nameFault(slug)
  if (fault !== null) return { lambda: null, problems: [unusableFolder(slug, fault)] }
  try {
    const entries = await files.entries(lambdaPlace(slug))
    const links = await linkProblems(files, folder, entries)
    if (!entries.some(({ name }) => name === 'lambda.json'))
      return { lambda: null, problems: [...links, ...notALambda(slug, entries)] }
    const body = entries.some(({ name }) => name === 'lambda.js') ? [] : [bodyMissing(slug)]
    return { lambda: summaryOf(slug, await readSettings(files, slug)), problems: [...links, ...body] }
  } catch (thrown) {
    return { lambda: null, problems: [brokenSettings(slug, thrown)] }
  }
}

async function linkProblems(
  files: WorkspaceFiles,
  { slug, isLink }: LambdaFolder,
  entries: readonly Dirent[],
): Promise<WorkspaceProblem[]> {
  const inside = entries.filter((entry) => entry.isSymbolicLink())
  // What is behind a link of the folder is beyond the workspace as a whole.
  const links = isLink ? [lambdaPlace(slug)] : inside.map(({ name }) => [...lambdaPlace(slug), name])
  const outside = await Promise.all(links.map((place) => leadsOut(files, place)))
  return outside.flatMap((file) => (file === null ? [] : [linkPointsOut(slug, file)]))
}

async function leadsOut(files: WorkspaceFiles, place: readonly string[]): Promise<string | null> {
  const root = await realpath(files.folder)
  const target = await realpath(join(files.folder, ...place)).catch(() => null)
  return target !== null && isInside(root, target) ? null : nameOf(place)
}

function linkPointsOut(slug: string, file: string): WorkspaceProblem {
  return said<WorkspaceProblem>({
    code: 'link-points-out',
    severity: 'warning',
    message: say`${file} is a link that leads out of the workspace or nowhere; the studio does not write through it.`,
    hint: 'Replace the link by a file or folder of its own.',
    file,
    slug,
  })
}

function unusableFolder(slug: string, fault: Worded): WorkspaceProblem {
  return said<WorkspaceProblem>({
    code: 'unusable-name',
    severity: 'error',
    message: say`The folder ${JSON.stringify(slug.slice(0, 80))} is left out: its name cannot be used, because ${fault}.`,
    hint: 'Rename the folder; letters, digits and hyphens work everywhere.',
    file: nameOf([...lambdasPlace, slug]),
  })
}

/** An empty folder is what git or a deletion leaves behind, and nobody's fault. */
function notALambda(slug: string, entries: readonly Dirent[]): WorkspaceProblem[] {
  if (entries.length === 0) return []
  return [
    said<WorkspaceProblem>({
      code: 'settings-missing',
      severity: 'error',
      message: say`${nameOf(lambdaPlace(slug))} has no lambda.json, so its type is not known.`,
      hint: 'Add a lambda.json with "name" and "type", or move the folder elsewhere.',
      file: nameOf(settingsPlace(slug)),
      slug,
    }),
  ]
}

function bodyMissing(slug: string): WorkspaceProblem {
  return said<WorkspaceProblem>({
    code: 'body-missing',
    severity: 'error',
    message: say`${nameOf(lambdaPlace(slug))} has no lambda.js.`,
    hint: 'Add the file with the body, or restore the lambda from its history.',
    file: nameOf([...lambdaPlace(slug), 'lambda.js']),
    slug,
  })
}

function brokenSettings(slug: string, thrown: unknown): WorkspaceProblem {
  const failure = toErrorData(thrown)
  return { ...failure, severity: 'error', file: nameOf(settingsPlace(slug)), slug }
}
