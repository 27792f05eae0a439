import type { OrderEntry, SyncResult } from '../../contract/models/sync-order.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { deleteLocalEntry, deleteRemoteEntry } from './delete-entry.ts'
import { pullAll } from './pull-all.ts'
import { mergeEntry, pushEntry } from './push-entry.ts'
import { cancelled, changedThere, failed, type EntryEnd, type SyncContext } from './sync-context.ts'

/** Entries under way at once; the instance bounds its requests besides. */
const parallel = 40

/** How entries are told of as they end, and when to stop. */
export interface CarryOutControl {
  readonly signal: AbortSignal
  readonly report: (result: SyncResult) => void
}

/**
 * Carries out entries, each only if both sides still are as they were seen. Every entry gets one result; after a
 * cancellation those that were not begun are skipped.
 */
export async function carryOut(
  context: SyncContext,
  entries: readonly OrderEntry[],
  control: CarryOutControl,
): Promise<readonly SyncResult[]> {
  const local = entries.filter(writesHereAlone)
  const remote = entries.filter((entry) => !writesHereAlone(entry))
  const names = await namesOf(context)
  const tell = (entry: OrderEntry, end: EntryEnd): SyncResult => {
    const result = resultOf(entry, end, names)
    control.report(result)
    return result
  }
  const written = await mapInParallel(remote, parallel, async (entry) =>
    tell(entry, await one(context, entry, control)),
  )
  return [...written, ...(await pullAll(context, local, { ...control, tell }))]
}

function writesHereAlone({ action }: OrderEntry): boolean {
  return action === 'pull' || action === 'link'
}

async function one(context: SyncContext, entry: OrderEntry, { signal }: CarryOutControl): Promise<EntryEnd> {
  if (signal.aborted) return cancelled
  try {
    return await writers[entry.action](context, entry)
  } catch (thrown) {
    return failed(thrown)
  }
}

const writers = {
  push: pushEntry,
  merge: mergeEntry,
  'delete-remote': deleteRemoteEntry,
  'delete-local': deleteLocalEntry,
  pull: () => Promise.resolve(changedThere),
  link: () => Promise.resolve(changedThere),
} satisfies Record<OrderEntry['action'], (context: SyncContext, entry: OrderEntry) => Promise<EntryEnd>>

function resultOf(entry: OrderEntry, end: EntryEnd, names: ReadonlyMap<string, string>): SyncResult {
  const { slug = entry.slug, id = entry.id } = end
  const name = end.name ?? names.get(slug ?? '') ?? slug ?? id ?? ''
  return { ...end, slug, id, name, action: entry.action }
}

/** Names for people, by slug. */
async function namesOf({ workspace }: SyncContext): Promise<ReadonlyMap<string, string>> {
  return new Map((await workspace.list()).lambdas.map(({ slug, name }) => [slug, name]))
}
