import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StudioError } from '../contract/errors.ts'
import { lambdaFile, type LambdaFile } from '../contract/models/lambda.ts'
import { nameFault } from '../contract/models/slug.ts'
import type { WorkspaceProblem } from '../contract/models/workspace.ts'
import { parseJson } from '../core/files/parse-json.ts'
import { readFoundText, readText } from '../core/files/read-text.ts'
import { findWorkspace } from '../core/workspace/find-workspace.ts'
import { readWorkspaceInfo } from '../core/workspace/studio-file.ts'
import { WorkspaceFiles } from '../core/workspace/workspace-files.ts'

/** A file with a body, and what stands beside it. */
export interface LambdaOnDisk {
  /** The path of the body as the user would write it. */
  readonly file: string
  readonly body: string
  /** The lambda.json beside it; null where there is none. */
  readonly settings: LambdaFile | null
  /** The language level of its workspace; undefined outside of one. */
  readonly ecmaVersion: number | undefined
  /** What is wrong with the studio.json of its workspace, for which the defaults stand in. */
  readonly problems: readonly WorkspaceProblem[]
}

/**
 * Finds a body by its path or, in a workspace, by its slug.
 * @throws StudioError `unreadable-file`, `not-json`, `wrong-shape`, `lambda-not-found`
 */
export async function findLambda(named: string, workspace: string | undefined): Promise<LambdaOnDisk> {
  const file = (await isFile(named)) ? named : ((await fileOfSlug(named, workspace)) ?? named)
  return readLambdaFile(file)
}

/** Reads a body with what stands beside it; `read` is how a body that nobody named is read. */
export async function readLambdaFile(file: string, read = readText): Promise<LambdaOnDisk> {
  const body = await read(file)
  const beside = join(dirname(file), 'lambda.json')
  const settings = (await isFile(beside)) ? parseJson(await readFoundText(beside), beside, lambdaFile) : null
  const workspace = settings ? await findWorkspace(dirname(file)).catch(() => null) : null
  const info = workspace === null ? null : readWorkspaceInfo(new WorkspaceFiles(workspace))
  return {
    file,
    body,
    settings,
    ecmaVersion: info?.config.ecmaVersion,
    problems: info?.problems ?? [],
  }
}

async function fileOfSlug(slug: string, workspace: string | undefined): Promise<string | null> {
  if (nameFault(slug) !== null || slug.endsWith('.js')) return null
  const folder = await findWorkspace(workspace ?? '.').catch((thrown: unknown) => {
    if (workspace !== undefined) throw thrown
    return null
  })
  if (folder === null) return null
  const file = join(folder, 'lambdas', slug, 'lambda.js')
  if (await isFile(file)) return file
  throw new StudioError({
    code: 'lambda-not-found',
    message: `There is no file and no lambda ${JSON.stringify(slug)}.`,
    hint: 'lambda-studio list shows the lambdas of the workspace.',
  })
}

export async function isFile(path: string): Promise<boolean> {
  return stat(resolve(path)).then(
    (found) => found.isFile(),
    () => false,
  )
}
