import type { z } from 'zod'
import type { promotionOrder } from '../../contract/models/promotion.ts'
import type { LambdaState } from '../../contract/models/sync.ts'
import type { AssignedPlace, SyncResult } from '../../contract/models/sync-order.ts'
import { messageOf, said, say } from '../../contract/words.ts'
import { assignLambda } from '../assignments/assign.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { patchForm } from '../instance/server-features.ts'
import { readVersion } from '../instance/version.ts'
import { writeNoted } from './noted-write.ts'
import type { KnownLambda } from './plan.ts'
import { readRemote } from './push-entry.ts'
import type { SyncPair } from './sides.ts'
import {
  changedThere,
  done,
  failed,
  keepRemote,
  skipped,
  type EntryEnd,
  type SyncContext,
} from './sync-context.ts'
import { placeOf } from './undo-assignments.ts'
import type { UndoStep } from './undo-step.ts'
import { writeLocal } from './write-local.ts'

type Order = z.output<typeof promotionOrder>

/** Carries out a promotion: as a push, except that the text comes from the other instance. */
export async function promote(
  { from, to }: { readonly from: SyncPair; readonly to: SyncContext },
  { entries }: Order,
  control: { readonly signal: AbortSignal; readonly report: (result: SyncResult) => void },
): Promise<readonly SyncResult[]> {
  return mapInParallel(entries, 16, async (entry) => {
    const end = control.signal.aborted ? cancelled : await promoteEntry({ from, to }, entry).catch(failed)
    const { name = entry.slug } = end
    const result = { ...end, slug: entry.slug, id: entry.toId, name, action: 'push' } as const
    control.report(result)
    return result
  })
}

type Entry = Order['entries'][number]

async function promoteEntry(
  { from, to }: { readonly from: SyncPair; readonly to: SyncContext },
  entry: Entry,
): Promise<EntryEnd> {
  const source = await readRemote(from, entry.fromId)
  if (source?.revision !== entry.seen.local) return changedAtSource
  const end = await promoteText(to, entry, source)
  if (end.outcome !== 'done') return end
  return { ...endOf(end, await assignAll(to, entry, source.state)), name: source.state.name }
}

/** Where the lambda could not be assigned everywhere, the entry says so; its text was written all the same. */
function endOf(end: EntryEnd, assigned: readonly AssignedPlace[]): EntryEnd {
  if (assigned.length === 0) return end
  const broken = assigned.find(({ outcome }) => outcome === 'failed')
  if (broken) {
    const place = placeOf(broken.owner)
    const message = say`It was promoted, and not assigned at ${place}: ${messageOf(broken)}`
    return said<EntryEnd>({ outcome: 'failed', code: broken.code, message, assigned })
  }
  const left = assigned.filter(({ outcome }) => outcome === 'skipped').map(({ owner }) => placeOf(owner))
  if (left.length === 0) return { ...end, assigned }
  const message = say`It was promoted, and not assigned at ${left.join(', ')}, which changed since.`
  return { ...skipped('not-assigned', message), assigned }
}

async function promoteText(to: SyncContext, entry: Entry, source: KnownLambda): Promise<EntryEnd> {
  const { slug, toId: id } = entry
  const target = await readRemote(to, id)
  if (target?.revision !== source.revision) {
    if ((target?.revision ?? null) !== entry.seen.remote) return changedThere
    if (target && target.state.type !== source.state.type) return typeDiffers
  }
  const [base, wasUnlinked] = [await to.bases.read(id), await linkTo(to, slug, id)]
  if (target?.revision === source.revision) {
    await to.bases.write(id, source.state)
    return done('The other instance had it already.')
  }
  const before = target && (await keepRemote(to, slug, target))
  const did = target ? 'write-remote' : 'create-remote'
  const step: UndoStep = {
    ...stepOf(slug, id, source.state),
    did,
    before,
    after: source.revision,
    base,
    wasUnlinked,
  }
  const outcome = await writeNoted(to, step, { id, seen: target?.state ?? null, next: source.state })
  if (outcome === 'conflict') return changedThere
  await to.bases.write(id, source.state)
  return done(target ? 'Changed on the other instance.' : 'Created on the other instance.')
}

/** The id is written down first, as before a push; gives whether there was none. */
async function linkTo({ workspace, id: instance }: SyncContext, slug: string, id: string): Promise<boolean> {
  return workspace.change([slug], async () => {
    const { ids } = await workspace.read(slug)
    await writeLocal(workspace.files, slug, { link: { instance, id } })
    return ids[instance] === undefined
  })
}

/** Assigns a lambda at each place; one that fails does not keep the others from it. */
async function assignAll(
  to: SyncContext,
  { assign, slug, toId: id }: Entry,
  state: LambdaState,
): Promise<readonly AssignedPlace[]> {
  const assigned = assign.filter(({ seen }) => seen?.toLowerCase() !== id.toLowerCase())
  if (assigned.length === 0) return []
  await to.note({ ...stepOf(slug, id, state), did: 'assign', assigned })
  // A server that is away is told of at each place.
  const form = patchForm(await readVersion(to.instance).catch(() => null))
  const places: AssignedPlace[] = []
  for (const { owner, field, seen } of assigned) {
    const end = await assignLambda(to.instance, { owner, field, seen, next: id }, form).then(
      ({ kind }) => (kind === 'done' ? done('Assigned.') : changedAtPlace),
      failed,
    )
    places.push({ ...end, owner, field })
  }
  return places
}

/** What all steps of a promoted lambda share, as it is once it has been written. */
function stepOf(slug: string, id: string, state: LambdaState): Omit<UndoStep, 'did'> {
  return {
    slug,
    id,
    name: state.name,
    before: null,
    deleted: null,
    after: null,
    base: state,
    wasUnlinked: false,
  }
}

const changedAtSource = skipped(
  'changed-here',
  'It was changed on the first instance since it was seen; nothing was written.',
)
const typeDiffers = skipped('type-differs', 'It has another type on the other instance; nothing was written.')
const changedAtPlace = skipped('conflict', 'Somebody changed since what is assigned there; that stays.')
const cancelled = skipped('cancelled', 'It was cancelled before its turn; nothing was written.')
