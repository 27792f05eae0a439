import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { StudioError } from '../../contract/errors.ts'
import type { LambdaSummary } from '../../contract/models/lambda.ts'
import type {
  PromotionEntry,
  PromotionPlan,
  promotionOrder,
  promotionRequest,
} from '../../contract/models/promotion.ts'
import type { LambdaState, SyncResult } from '../../contract/models/sync.ts'
import { assignLambda } from '../assignments/assign.ts'
import { readOwners, type Owners } from '../assignments/owners.ts'
import { promotedAssignments } from '../assignments/promoted-assignments.ts'
import { ownerKinds } from '../assignments/usage.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { patchForm } from '../instance/server-features.ts'
import { readVersion } from '../instance/version.ts'
import { writeNoted } from './noted-write.ts'
import { differences, type KnownLambda } from './plan.ts'
import { findTargets, type Promoted } from './promotion-plan.ts'
import { readRemote } from './push-entry.ts'
import { readRemotes, type SyncPair } from './sides.ts'
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

type Request = z.output<typeof promotionRequest>
type Order = z.output<typeof promotionOrder>

/** The two instances of a promotion; both pairs have the same workspace. */
export interface PromotionPair {
  readonly from: SyncPair
  readonly to: SyncPair
}

/** Compares two instances, lambda by lambda of the workspace; writes nothing. */
export async function planPromotion({ from, to }: PromotionPair, request: Request): Promise<PromotionPlan> {
  const [wanted, here, there] = await Promise.all([
    wantedLambdas(from, request.slugs),
    readRemotes(from.instance),
    readRemotes(to.instance),
  ])
  const byId = new Map(here.map((lambda) => [lambda.id, lambda]))
  const promoted = wanted.flatMap((lambda) => promotedOf(lambda, { from, to }, byId))
  const targets = findTargets(promoted, there, await ownedIds(to))
  const assignments = request.assign ? await readAssignments({ from, to }, promoted) : null
  const entries = promoted.map((each): PromotionEntry => {
    const target = targets.get(each.slug) ?? { kind: 'new', id: each.newId }
    const remote = target.kind === 'question' ? undefined : there.find(({ id }) => id === target.id)
    return {
      slug: each.slug,
      name: each.from.state.name,
      type: each.from.state.type,
      fromId: each.from.id,
      target,
      from: each.from.state,
      to: remote?.state ?? null,
      fields: remote ? differences(each.from, remote) : [],
      seen: { local: each.from.revision, remote: remote?.revision ?? null },
      assignments: assignments ? promotedAssignments(each.from.id, assignments.from, assignments.to) : [],
    }
  })
  const found = new Set(promoted.map(({ slug }) => slug))
  const missing = wanted.filter(({ slug }) => !found.has(slug)).map(({ slug }) => slug)
  return { from: from.id, to: to.id, entries, missing: request.slugs ? missing : [] }
}

/** The ids on an instance that lambdas of the workspace have. */
async function ownedIds({ workspace, id }: SyncPair): Promise<ReadonlySet<string>> {
  const { lambdas } = await workspace.list()
  return new Set(lambdas.flatMap(({ ids }) => ids[id]?.toLowerCase() ?? []))
}

/** @throws StudioError `lambda-not-found` */
async function wantedLambdas(
  { workspace }: SyncPair,
  slugs: readonly string[] | undefined,
): Promise<readonly LambdaSummary[]> {
  if (slugs) return Promise.all(slugs.map((slug) => workspace.read(slug)))
  return (await workspace.list()).lambdas
}

function promotedOf(
  { slug, ids }: LambdaSummary,
  { from, to }: PromotionPair,
  here: ReadonlyMap<string, KnownLambda>,
): readonly Promoted[] {
  const lambda = here.get(ids[from.id]?.toLowerCase() ?? '')
  const toId = ids[to.id]?.toLowerCase() ?? null
  return lambda ? [{ slug, from: lambda, toId, newId: randomUUID() }] : []
}

async function readAssignments(
  { from, to }: PromotionPair,
  promoted: readonly Promoted[],
): Promise<{ readonly from: Owners; readonly to: Owners }> {
  const kinds = new Set(promoted.flatMap((each) => [...ownerKinds(each.from.state.type)]))
  const [here, there] = await Promise.all([readOwners(from.instance, kinds), readOwners(to.instance, kinds)])
  const [unread] = [...here.unread, ...there.unread]
  if (unread) throw new StudioError(unread.error)
  return { from: here, to: there }
}

/** Carries out a promotion: as a push, except that the text comes from the other instance. */
export async function promote(
  { from, to }: { readonly from: SyncPair; readonly to: SyncContext },
  { entries }: Order,
  control: { readonly signal: AbortSignal; readonly report: (result: SyncResult) => void },
): Promise<readonly SyncResult[]> {
  return mapInParallel(entries, 16, async (entry) => {
    const end = control.signal.aborted ? cancelled : await promoteEntry({ from, to }, entry).catch(failed)
    const { outcome, code, message, name = entry.slug } = end
    const result = { slug: entry.slug, id: entry.toId, name, action: 'push', outcome, code, message } as const
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
          `It was promoted, and not assigned at ${left.join(', ')}, which changed since.`,
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
