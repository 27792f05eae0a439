import { toErrorData } from '../../contract/errors.ts'
import type { OrderEntry, SyncResult } from '../../contract/models/sync.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { deleteLocalEntry, deleteRemoteEntry } from './delete-entry.ts'
import type { KnownLambda } from './plan.ts'
import { pullEntries } from './pull-entries.ts'
import { link, mergeEntry, pushEntry, readRemote, stepOf } from './push-entry.ts'
import { readRemotes } from './sides.ts'
import {
  changedHere,
  changedThere,
  demand,
  done,
  readLocal,
  skipped,
  type EntryEnd,
  type SyncContext,
} from './sync-context.ts'

/** Entries under way at once; the instance bounds its requests besides. */
const parallel = 40
/** Lambdas that are pulled in one change of the workspace; between changes, other changes have their turn. */
const pullsAtOnce = 100

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
  const local = entries.filter(({ action }) => action === 'pull' || action === 'link')
  const remote = entries.filter((entry) => !local.includes(entry))
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

type Tell = (entry: OrderEntry, end: EntryEnd) => SyncResult

async function pullAll(
  context: SyncContext,
  entries: readonly OrderEntry[],
  { signal, tell }: CarryOutControl & { readonly tell: Tell },
): Promise<readonly SyncResult[]> {
  if (entries.length === 0) return []
  const fresh = await orThrown(freshRemotes(context, entries, signal))
  if ('thrown' in fresh)
    return entries.map((entry) => tell(entry, signal.aborted ? cancelled : failed(fresh.thrown)))
  const results: SyncResult[] = []
  for (let at = 0; at < entries.length; at += pullsAtOnce) {
    const some = entries.slice(at, at + pullsAtOnce)
    const ends = signal.aborted ? some.map(() => cancelled) : await pullSome(context, some, fresh.value)
    results.push(...some.map((entry, index) => tell(entry, ends[index] ?? cancelled)))
  }
  return results
}

async function pullSome(
  context: SyncContext,
  entries: readonly OrderEntry[],
  remotes: ReadonlyMap<string, KnownLambda>,
): Promise<readonly EntryEnd[]> {
  const withRemote = entries.map((entry) => ({
    entry,
    remote: remotes.get(entry.id?.toLowerCase() ?? '') ?? null,
  }))
  const pulls = withRemote.filter(({ entry }) => entry.action === 'pull')
  const ends = (await pullEntries(context, pulls)).values()
  const linked = new Map<OrderEntry, EntryEnd>()
  for (const { entry, remote } of withRemote) {
    if (entry.action === 'link') linked.set(entry, await linkEntry(context, entry, remote).catch(failed))
  }
  return entries.map((entry) => {
    const end = linked.get(entry) ?? ends.next().value ?? changedThere
    return 'failure' in end ? failed(end.failure) : end
  })
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

const cancelled = skipped('cancelled', 'It was cancelled before its turn; nothing was written.')

function failed(thrown: unknown): EntryEnd {
  const { code, message } = toErrorData(thrown)
  return { outcome: 'failed', code, message }
}

async function orThrown<T>(work: Promise<T>): Promise<{ readonly value: T } | { readonly thrown: unknown }> {
  return work.then(
    (value) => ({ value }),
    (thrown: unknown) => ({ thrown }),
  )
}

function resultOf(entry: OrderEntry, end: EntryEnd, names: ReadonlyMap<string, string>): SyncResult {
  const { outcome, code, message, slug = entry.slug, id = entry.id } = end
  const name = end.name ?? names.get(slug ?? '') ?? slug ?? id ?? ''
  return { slug, id, name, action: entry.action, outcome, code, message }
}

/** Names for people, by slug. */
async function namesOf({ workspace }: SyncContext): Promise<ReadonlyMap<string, string>> {
  return new Map((await workspace.list()).lambdas.map(({ slug, name }) => [slug, name]))
}
