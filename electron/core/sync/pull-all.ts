import type { OrderEntry, SyncResult } from '../../contract/models/sync-order.ts'
import { settle } from '../files/settled.ts'
import type { KnownLambda } from './plan.ts'
import { pullEntries } from './pull-entries.ts'
import { link, readRemote, stepOf } from './push-entry.ts'
import { readRemotes } from './sides.ts'
import { StagedPulls } from './staged-pulls.ts'
import {
  cancelled,
  changedHere,
  changedThere,
  demand,
  done,
  failed,
  readLocal,
  type EntryEnd,
  type SyncContext,
} from './sync-context.ts'

/** Lambdas that are pulled in one change of the workspace; between changes, other changes have their turn. */
const pullsAtOnce = 250

/** How the end of an entry is told, and when to stop. */
export interface PullControl {
  readonly signal: AbortSignal
  readonly tell: (entry: OrderEntry, end: EntryEnd) => SyncResult
}

/**
 * Carries out entries that write to the workspace alone. What is new there is written while the instance is asked
 * whether it still is as it was planned, and brought in where it is.
 */
export async function pullAll(
  context: SyncContext,
  entries: readonly OrderEntry[],
  { signal, tell }: PullControl,
): Promise<readonly SyncResult[]> {
  if (entries.length === 0) return []
  const staged = new StagedPulls(context)
  try {
    const [fresh] = await Promise.all([
      settle(freshRemotes(context, entries, signal)),
      staged.prepare(foreseen(context, entries), signal),
    ])
    if (fresh.status === 'rejected')
      return entries.map((entry) => tell(entry, signal.aborted ? cancelled : failed(fresh.reason)))
    const results: SyncResult[] = []
    for (let at = 0; at < entries.length; at += pullsAtOnce) {
      const some = entries.slice(at, at + pullsAtOnce)
      const ends = signal.aborted
        ? some.map(() => cancelled)
        : await pullSome(context, some, { remotes: fresh.value, staged })
      results.push(...some.map((entry, index) => tell(entry, ends[index] ?? cancelled)))
    }
    return results
  } finally {
    await staged.close()
  }
}

/** What will be new in the workspace if it is still as it was when it was planned. */
function foreseen({ planned }: SyncContext, entries: readonly OrderEntry[]): readonly KnownLambda[] {
  const wanted = new Set(
    entries.flatMap(({ slug, id, seen, action }) =>
      slug === null && action === 'pull' ? `${id?.toLowerCase()} ${seen.remote}` : [],
    ),
  )
  return planned.filter(({ id, revision }) => wanted.has(`${id} ${revision}`))
}

interface FreshSide {
  readonly remotes: ReadonlyMap<string, KnownLambda>
  readonly staged: StagedPulls
}

async function pullSome(
  context: SyncContext,
  entries: readonly OrderEntry[],
  { remotes, staged }: FreshSide,
): Promise<readonly EntryEnd[]> {
  const withRemote = entries.map((entry) => ({
    entry,
    remote: remotes.get(entry.id?.toLowerCase() ?? '') ?? null,
  }))
  const pulls = withRemote.filter(({ entry }) => entry.action === 'pull')
  const ends = (await pullEntries(context, pulls, staged)).values()
  const linked = new Map<OrderEntry, EntryEnd>()
  for (const { entry, remote } of withRemote) {
    if (entry.action === 'link') linked.set(entry, await linkEntry(context, entry, remote).catch(failed))
  }
  return entries.map((entry) => linked.get(entry) ?? endOf(ends.next().value))
}

function endOf(result: PromiseSettledResult<EntryEnd> | undefined): EntryEnd {
  if (!result) return changedThere
  return result.status === 'fulfilled' ? result.value : failed(result.reason)
}

/** Few lambdas are read one by one, many with the list of all: one request. */
async function freshRemotes(
  context: SyncContext,
  entries: readonly OrderEntry[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, KnownLambda>> {
  const ids = entries.flatMap(({ id }) => id ?? [])
  const remotes =
    ids.length > 3
      ? await readRemotes(context.instance, signal)
      : (await Promise.all(ids.map((id) => readRemote(context, id)))).flatMap((remote) => remote ?? [])
  return new Map(remotes.map((remote) => [remote.id, remote]))
}

async function linkEntry(
  context: SyncContext,
  entry: OrderEntry,
  remote: KnownLambda | null,
): Promise<EntryEnd> {
  const local = await readLocal(context, demand(entry.slug, entry))
  if (!local || local.revision !== entry.seen.local) return changedHere
  if (!remote || remote.revision !== local.revision) return changedThere
  const base = await context.bases.read(remote.id)
  await context.note({ ...stepOf(local, remote), did: 'link', before: null, base, after: local.revision })
  await link(context, local, remote.id, remote)
  return done('Noted as in step.')
}
