import { StudioError } from '../../contract/errors.ts'
import type { EntryReference, LambdaState, PlanEntry, SyncDifference } from '../../contract/models/sync.ts'
import { say } from '../../contract/words.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { Bases } from './bases.ts'
import { mergeStates } from './merge.ts'
import { planSides, type SyncPair } from './sides.ts'
import { readLocal } from './sync-context.ts'

/** Lambdas of the workspace that are read at the same time. */
const parallel = 16

/** Reads both sides of an entry and its base as they are now. @throws StudioError `entry-not-found` */
export async function readDifference(pair: SyncPair, reference: EntryReference): Promise<SyncDifference> {
  const { plan, remotes } = await planSides(pair)
  const entry = plan.entries.find((each) => isSame(each, reference))
  if (!entry) throw entryNotFound(reference)
  return readEntry(pair, entry, remotes.find(({ id }) => id === entry.id)?.state ?? null)
}

/** As {@link readDifference} for every entry whose sides are not the same, with one look at the instance. */
export async function readDifferences(pair: SyncPair): Promise<readonly SyncDifference[]> {
  const { plan, remotes } = await planSides(pair)
  const byId = new Map<string | null, LambdaState>(remotes.map(({ id, state }) => [id, state]))
  const differing = plan.entries.filter(({ kind }) => kind !== 'same')
  return mapInParallel(differing, parallel, (entry) => readEntry(pair, entry, byId.get(entry.id) ?? null))
}

async function readEntry(
  pair: SyncPair,
  entry: PlanEntry,
  remote: LambdaState | null,
): Promise<SyncDifference> {
  const [local, base] = await Promise.all([
    readLocal(pair, entry.slug),
    entry.id === null ? null : new Bases(pair.workspace.files, pair.id).read(entry.id),
  ])
  return differenceOf(entry, local?.state ?? null, remote, base)
}

function differenceOf(
  entry: PlanEntry,
  local: LambdaState | null,
  remote: LambdaState | null,
  base: LambdaState | null,
): SyncDifference {
  const merge = local && remote && entry.fields.length > 0 ? mergeStates({ local, remote, base }) : null
  return { entry, local, remote, base, merge }
}

function isSame(entry: PlanEntry, { slug, id }: EntryReference): boolean {
  if (slug !== null) return entry.slug === slug
  return entry.slug === null && entry.id === id?.toLowerCase()
}

function entryNotFound({ slug, id }: EntryReference): StudioError {
  return new StudioError({
    code: 'entry-not-found',
    message: say`Neither side has ${slug ?? id ?? say`such an entry`} any more.`,
    hint: 'Compare again to see how things are.',
  })
}
