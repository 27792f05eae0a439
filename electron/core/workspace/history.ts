import { toErrorData, StudioError } from '../../contract/errors.ts'
import type {
  HistoryDifference,
  HistoryListing,
  LambdaTexts,
  SnapshotReason,
} from '../../contract/models/history.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { say } from '../../contract/words.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { bodyPlace, settingsPlace, snapshotPlace } from './layout.ts'
import { pruned, type HistoryLimits } from './prune.ts'
import { isMissing, readBody, readSettingsText } from './read-lambda.ts'
import { readSnapshot, snapshotIds, writeSnapshot, type Snapshot } from './snapshots.ts'
import { nameOf, type WorkspaceFiles } from './workspace-files.ts'

/** What history needs to know besides the files. */
export interface HistoryContext {
  readonly files: WorkspaceFiles
  readonly limits: () => Promise<HistoryLimits>
  readonly now: () => Date
}

/** Which snapshot to take: of what is on disk, or of the texts given, such as those of an instance. */
export interface SnapshotRequest {
  readonly slug: string
  readonly reason: SnapshotReason
  readonly texts?: LambdaTexts
  readonly instance?: string
}

/**
 * Keeps a lambda as it is, before something is done to it, and lets old snapshots go.
 * Nothing is written where the newest snapshot holds the same texts, or where there is nothing to keep.
 * @returns the snapshot that holds the texts now; null where there was nothing to keep
 */
export async function keepSnapshot(
  context: HistoryContext,
  request: SnapshotRequest,
): Promise<string | null> {
  const { slug, reason, instance } = request
  const texts = request.texts ?? (await textsNow(context.files, slug))
  if (!texts) return null
  const kept = await newestWith(context.files, slug, texts)
  if (kept !== null) return kept
  const now = context.now()
  const written = await writeSnapshot(context.files, {
    slug,
    reason,
    texts,
    now,
    ...(instance !== undefined && { instance }),
  })
  await prune(context, slug)
  return written
}

/** The snapshots of a lambda, newest first; one that cannot be read becomes a problem. */
export async function listHistory(files: WorkspaceFiles, slug: string): Promise<HistoryListing> {
  const ids = await snapshotIds(files, slug)
  const read = await mapInParallel(ids, 16, (id) => tryRead(files, slug, id))
  return {
    entries: read.flatMap((found) => ('entry' in found ? found.entry : [])),
    problems: read.flatMap((found) => ('entry' in found ? [] : found)),
  }
}

/** A snapshot beside what is on disk now. @throws StudioError `snapshot-not-found` */
export async function compareSnapshot(
  files: WorkspaceFiles,
  slug: string,
  id: string,
): Promise<HistoryDifference> {
  const { entry, texts } = await findSnapshot(files, slug, id)
  return { entry, then: texts, now: await textsNow(files, slug) }
}

/** Puts the texts of a snapshot back, after a snapshot of what is there now. @throws StudioError `snapshot-not-found` */
export async function restoreSnapshot(context: HistoryContext, slug: string, id: string): Promise<void> {
  const { texts } = await findSnapshot(context.files, slug, id)
  await keepSnapshot(context, { slug, reason: 'restore' })
  await context.files.write(settingsPlace(slug), texts.settings)
  await context.files.write(bodyPlace(slug), texts.body)
}

/** Both files of a lambda as they are; null where one is missing. */
async function textsNow(files: WorkspaceFiles, slug: string): Promise<LambdaTexts | null> {
  try {
    const [body, settings] = await Promise.all([readBody(files, slug), readSettingsText(files, slug)])
    return { body, settings }
  } catch (thrown) {
    if (isMissing(thrown) || (thrown instanceof StudioError && thrown.code === 'lambda-not-found'))
      return null
    throw thrown
  }
}

/** The newest snapshot, if it holds these texts. */
async function newestWith(files: WorkspaceFiles, slug: string, texts: LambdaTexts): Promise<string | null> {
  const [newest] = await snapshotIds(files, slug)
  if (newest === undefined) return null
  const kept = await readSnapshot(files, slug, newest).catch(() => null)
  return kept?.texts.body === texts.body && kept.texts.settings === texts.settings ? newest : null
}

/** Old snapshots that cannot be let go now are let go the next time. */
async function prune({ files, limits, now }: HistoryContext, slug: string): Promise<void> {
  const ids = pruned(await snapshotIds(files, slug), await limits(), now())
  await Promise.all(ids.map((id) => files.remove(snapshotPlace(slug, id)).catch(() => undefined)))
}

async function findSnapshot(files: WorkspaceFiles, slug: string, id: string): Promise<Snapshot> {
  if ((await snapshotIds(files, slug)).includes(id)) return readSnapshot(files, slug, id)
  throw new StudioError({
    code: 'snapshot-not-found',
    message: say`${slug} has no snapshot ${JSON.stringify(id)} in its history.`,
    hint: say`lambda-studio history ${slug} lists them.`,
  })
}

async function tryRead(
  files: WorkspaceFiles,
  slug: string,
  id: string,
): Promise<Snapshot | WorkspaceProblem> {
  return readSnapshot(files, slug, id).catch((thrown: unknown) => {
    const failure = toErrorData(thrown)
    return { ...failure, severity: 'warning', file: nameOf(snapshotPlace(slug, id)), slug } as const
  })
}
