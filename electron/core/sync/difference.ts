import { StudioError } from '../../contract/errors.ts'
import type { EntryReference, LambdaState, PlanEntry, SyncDifference } from '../../contract/models/sync.ts'
import { say } from '../../contract/words.ts'
import { readLambda } from '../instance/lambdas.ts'
import { Bases } from './bases.ts'
import { mergeStates } from './merge.ts'
import { planSides, type SyncPair } from './sides.ts'
import { readLocal } from './sync-context.ts'

/** Reads both sides of an entry and its base as they are now. @throws StudioError `entry-not-found` */
export async function readDifference(pair: SyncPair, reference: EntryReference): Promise<SyncDifference> {
  const { plan } = await planSides(pair)
  const entry = plan.entries.find((each) => isSame(each, reference))
  if (!entry) throw entryNotFound(reference)
  const [local, remote, base] = await Promise.all([
    readLocal(pair, entry.slug),
    entry.id === null ? null : readLambda(pair.instance, entry.id),
    entry.id === null ? null : new Bases(pair.workspace.files, pair.id).read(entry.id),
  ])
  return differenceOf(entry, local?.state ?? null, remote?.state ?? null, base)
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
