import type { SyncResult } from '../../contract/models/sync.ts'
import type { KnownLambda } from './plan.ts'
import { readRemote } from './push-entry.ts'
import { readRemotes } from './sides.ts'
import { revisionOf } from './state.ts'
import type { SyncContext } from './sync-context.ts'

/** Reads back what was pushed and gives the results that are not as they were told. */
export async function readBack(
  context: SyncContext,
  results: readonly SyncResult[],
): Promise<readonly SyncResult[]> {
  const pushed = results.filter(
    ({ outcome, action }) => outcome === 'done' && (action === 'push' || action === 'merge'),
  )
  const remotes = await remotesOf(
    context,
    pushed.flatMap(({ id }) => id ?? []),
  )
  const checked = await Promise.all(pushed.map((result) => compare(context, result, remotes)))
  return checked.flatMap((result) => result ?? [])
}

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
      'It was written, and reading it back gives something else: somebody changed it right after, or the server ' +
      'does not keep it as it was sent. Compare again.',
  }
}
