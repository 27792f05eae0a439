import type { SyncResult } from '../../contract/models/sync-order.ts'
import { messageOf, said, say, type Worded } from '../../contract/words.ts'
import type { KnownLambda } from './plan.ts'
import { readRemote } from './push-entry.ts'
import { readRemotes } from './sides.ts'
import { revisionOf } from './state.ts'
import type { SyncContext } from './sync-context.ts'

/**
 * Reads back what was pushed, and reports again what is not as it was told.
 * @throws InstanceError where it cannot be read; then each entry says so, too
 */
export async function readBack(
  context: SyncContext,
  results: readonly SyncResult[],
  report: (result: SyncResult) => void,
): Promise<void> {
  const pushed = results.filter(
    ({ outcome, action }) => outcome === 'done' && (action === 'push' || action === 'merge'),
  )
  const ids = pushed.flatMap(({ id }) => id ?? [])
  const remotes = await remotesOf(context, ids).catch((thrown: unknown) => {
    for (const result of pushed) report(said<SyncResult>({ ...result, message: notCompared(result) }))
    throw thrown
  })
  const checked = await Promise.all(pushed.map((result) => compare(context, result, remotes)))
  for (const corrected of checked) if (corrected) report(corrected)
}

const notCompared = (result: SyncResult): Worded =>
  say`${messageOf(result)} It could not be read back to compare it.`

/** Few are read one by one, many with the list of all: one request. */
async function remotesOf(
  context: SyncContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownLambda>> {
  const remotes =
    ids.length > 3
      ? await readRemotes(context.instance)
      : (await Promise.all(ids.map((id) => readRemote(context, id)))).flatMap((remote) => remote ?? [])
  return new Map(remotes.map((remote) => [remote.id, remote]))
}

async function compare(
  context: SyncContext,
  result: SyncResult,
  remotes: ReadonlyMap<string, KnownLambda>,
): Promise<SyncResult | null> {
  const id = result.id?.toLowerCase() ?? ''
  const written = await context.bases.read(id)
  if (written && remotes.get(id)?.revision === revisionOf(written)) return null
  return {
    ...result,
    outcome: 'failed',
    code: 'read-back-differs',
    message:
      'It was written, and reading it back gives something else: somebody changed it right after, or the server does not keep it as it was sent. Compare again.',
  }
}
