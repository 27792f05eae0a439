import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { StudioError } from '../../contract/errors.ts'
import type { DeletedLambda } from '../../contract/models/lambda.ts'
import { entryName } from '../../contract/models/slug.ts'
import { parseJson } from '../files/parse-json.ts'
import { formatJson } from './edit-json.ts'
import {
  deletedPlace,
  draftsOfLambdaPlace,
  historyPlace,
  lambdaPlace,
  trashPlace,
  type Place,
} from './layout.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

const deletedFile = z.looseObject({ slug: entryName, name: z.string(), deletedAt: z.iso.datetime() })

/** Deleted lambdas that are kept; older ones go for good. */
const mostKept = 100

/** An id for a lambda that is about to be deleted; ids sort by time. */
export function newDeletedId(now: Date): string {
  return `${now.toISOString().replace(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`
}

/** Moves a lambda with its history and drafts out of the way, so that {@link bringBack} can undo it. */
export async function moveToTrash(
  files: WorkspaceFiles,
  { id, slug, name }: Pick<DeletedLambda, 'id' | 'slug' | 'name'>,
  now: Date,
): Promise<DeletedLambda> {
  const deletedAt = now.toISOString()
  await files.write([...deletedPlace(id), 'deleted.json'], formatJson({ slug, name, deletedAt }))
  await files.move(lambdaPlace(slug), [...deletedPlace(id), 'lambda'])
  await moveContents(files, historyPlace(slug), [...deletedPlace(id), 'history'])
  await moveContents(files, draftsOfLambdaPlace(slug), [...deletedPlace(id), 'drafts'])
  await letOldGo(files)
  return { id, slug, name, deletedAt }
}

/** What cannot be let go now is let go the next time: the lambda itself is deleted all the same. */
async function letOldGo(files: WorkspaceFiles): Promise<void> {
  for (const old of (await deletedIds(files)).slice(mostKept)) {
    await files.remove(deletedPlace(old)).catch(() => undefined)
  }
}

/** Lambdas that can be brought back, the last deleted first. */
export async function listTrash(files: WorkspaceFiles): Promise<readonly DeletedLambda[]> {
  const found = await Promise.all((await deletedIds(files)).map((id) => readDeleted(files, id)))
  return found.flatMap((deleted) => deleted ?? [])
}

/** Moves a deleted lambda back, to the slug given. @throws StudioError `deleted-not-found` */
export async function bringBack(files: WorkspaceFiles, id: string, slug: string): Promise<void> {
  await files.move([...deletedPlace(id), 'lambda'], lambdaPlace(slug))
  await moveContents(files, [...deletedPlace(id), 'history'], historyPlace(slug))
  await moveContents(files, [...deletedPlace(id), 'drafts'], draftsOfLambdaPlace(slug))
  await files.remove(deletedPlace(id))
}

/** @throws StudioError `deleted-not-found` */
export async function findDeleted(files: WorkspaceFiles, id: string): Promise<DeletedLambda> {
  const found = (await deletedIds(files)).includes(id) ? await readDeleted(files, id) : null
  if (found) return found
  throw new StudioError({
    code: 'deleted-not-found',
    message: 'The deleted lambda is not kept any more.',
    hint: 'It may have been brought back already; otherwise git has it, if the workspace is kept there.',
  })
}

/** Moves what is in a folder, if it exists, to what may be there already at the new place. */
export async function moveContents(files: WorkspaceFiles, from: Place, to: Place): Promise<void> {
  for (const { name } of await files.entries(from)) await files.move([...from, name], [...to, name])
  await files.removeIfEmpty(from)
}

async function deletedIds(files: WorkspaceFiles): Promise<readonly string[]> {
  const entries = await files.entries(trashPlace)
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).reverse()
}

/** Null where the program was ended before the lambda was moved. */
async function readDeleted(files: WorkspaceFiles, id: string): Promise<DeletedLambda | null> {
  try {
    const text = await files.read([...deletedPlace(id), 'deleted.json'])
    const isWhole = (await files.entries([...deletedPlace(id), 'lambda'])).length > 0
    const { slug, name, deletedAt } = parseJson(text, 'deleted.json', deletedFile)
    return isWhole ? { id, slug, name, deletedAt } : null
  } catch {
    return null
  }
}
