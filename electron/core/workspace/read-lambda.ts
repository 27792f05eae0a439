import { createHash } from 'node:crypto'
import { lambdaFile, type Lambda, type LambdaFile, type LambdaSummary } from '../../contract/models/lambda.ts'
import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'
import { parseJson } from '../files/parse-json.ts'
import { systemCode } from './file-failure.ts'
import { bodyPlace, lambdaPlace, settingsPlace } from './layout.ts'
import { nameOf, workspaceGone, type WorkspaceFiles } from './workspace-files.ts'

/**
 * Reads a lambda with its body.
 * @throws StudioError `lambda-not-found`, `workspace-gone`, `unreadable-file`, `not-json`, `wrong-shape`
 */
export async function readLambda(files: WorkspaceFiles, slug: string): Promise<Lambda> {
  const settings = await readSettings(files, slug)
  const body = await readBody(files, slug)
  return { ...summaryOf(slug, settings), body, revision: revisionOf(body) }
}

/** Reads `lambda.json`. @throws StudioError as {@link readLambda} */
export async function readSettings(files: WorkspaceFiles, slug: string): Promise<LambdaFile> {
  return parseJson(await readSettingsText(files, slug), nameOf(settingsPlace(slug)), lambdaFile)
}

export async function readSettingsText(files: WorkspaceFiles, slug: string): Promise<string> {
  try {
    return files.readAtOnce(settingsPlace(slug))
  } catch (thrown) {
    if (await isThere(files, slug)) throw thrown
    throw (await files.exists()) ? notFound(slug) : workspaceGone(files.folder)
  }
}

/** Reads `lambda.js` as it is, byte for byte. */
export function readBody(files: WorkspaceFiles, slug: string): Promise<string> {
  return new Promise((resolve) => resolve(files.readAtOnce(bodyPlace(slug))))
}

/** What lists show of a lambda, from its settings. */
export function summaryOf(slug: string, { name, type, engineType, debug, ids }: LambdaFile): LambdaSummary {
  return { slug, name, type, engineType, debug, ids }
}

/** Stands for a text: equal for equal texts alone. */
export function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** Whether a failed read was of a file that is not there. */
export function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && systemCode(thrown.cause) === 'ENOENT'
}

async function isThere(files: WorkspaceFiles, slug: string): Promise<boolean> {
  return (await files.entries(lambdaPlace(slug))).length > 0
}

function notFound(slug: string): StudioError {
  return new StudioError({
    code: 'lambda-not-found',
    message: say`There is no lambda ${JSON.stringify(slug)} in this workspace.`,
    hint: 'lambda-studio list shows them all by the name of their folder.',
  })
}
