import type { z } from 'zod'
import type { promotionOrder } from '../../contract/models/promotion.ts'
import type { LambdaState } from '../../contract/models/sync.ts'
import type { SyncResult } from '../../contract/models/sync-order.ts'
import { say } from '../../contract/words.ts'
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
  const left = await assignAll(to, entry, source.state)
  const { name } = source.state
  return left.length === 0
    ? { ...end, name }
    : {
        ...skipped(
          'not-assigned',
          say`It was promoted, and not assigned at ${left.join(', ')}, which changed since.`,
        ),
        name,
      }
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

/** Gives the places that somebody else changed meanwhile. */
async function assignAll(
  to: SyncContext,
  { assign, slug, toId: id }: Entry,
  state: LambdaState,
): Promise<readonly string[]> {
  const assigned = assign.filter(({ seen }) => seen?.toLowerCase() !== id.toLowerCase())
  if (assigned.length === 0) return []
  const patch = patchForm(await readVersion(to.instance))
  await to.note({ ...stepOf(slug, id, state), did: 'assign', assigned })
  const left: string[] = []
  for (const { owner, field, seen } of assigned) {
    const { kind } = await assignLambda(to.instance, { owner, field, seen, next: id }, patch)
    if (kind === 'conflict') left.push(placeOf(owner))
  }
  return left
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
const cancelled = skipped('cancelled', 'It was cancelled before its turn; nothing was written.')
