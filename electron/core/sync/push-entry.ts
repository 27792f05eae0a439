import { randomUUID } from 'node:crypto'
import type { OrderEntry } from '../../contract/models/sync-order.ts'
import { readLambda } from '../instance/lambdas.ts'
import { writeNoted } from './noted-write.ts'
import type { KnownLambda, LocalLambda } from './plan.ts'
import { versioned, type Versioned } from './state.ts'
import {
  changedHere,
  changedThere,
  demand,
  done,
  keepLocal,
  keepRemote,
  readLocal,
  skipped,
  type EntryEnd,
  type SyncContext,
} from './sync-context.ts'
import { writeLocal } from './write-local.ts'

/** Makes the instance as the workspace is, if both still are as they were seen. */
export async function pushEntry(context: SyncContext, entry: OrderEntry): Promise<EntryEnd> {
  const slug = demand(entry.slug, entry)
  const local = await readLocal(context, slug)
  if (local?.revision !== entry.seen.local) return changedHere
  return pushState(context, entry, demand(local, entry), local)
}

/** Puts a choice from both sides on both: into the workspace first, so that it is kept whatever the instance does. */
export async function mergeEntry(context: SyncContext, entry: OrderEntry): Promise<EntryEnd> {
  const slug = demand(entry.slug, entry)
  const merged = demand(entry.merged, entry)
  const { workspace } = context
  const found = await readRemote(context, demand(entry.id, entry))
  if ((found?.revision ?? null) !== entry.seen.remote) return changedThere
  const next = await workspace.change([slug], async () => {
    const local = await readLocal(context, slug)
    if (!local || local.revision !== entry.seen.local) return null
    const before = await keepLocal(workspace, slug)
    const state = versioned({ ...merged, type: local.state.type })
    const base = await context.bases.read(demand(entry.id, entry))
    await context.note({ ...stepOf(local, entry), did: 'write-local', before, base, after: state.revision })
    await writeLocal(workspace.files, slug, { state: state.state })
    return { local, state }
  })
  return next ? pushState(context, entry, next.local, next.state) : changedHere
}

async function pushState(
  context: SyncContext,
  entry: OrderEntry,
  local: LocalLambda,
  next: Versioned,
): Promise<EntryEnd> {
  const id = entry.id ?? (await giveId(context, local))
  const remote = await readRemote(context, id)
  if (remote?.revision === next.revision) {
    await link(context, local, id, next)
    return done('The instance had it already.', { id })
  }
  if ((remote?.revision ?? null) !== entry.seen.remote) return changedThere
  if (remote && remote.state.type !== next.state.type) return typeDiffers
  const base = await context.bases.read(id)
  const before = remote && (await keepRemote(context, local.slug, remote))
  const did = remote ? 'write-remote' : 'create-remote'
  const step = { ...stepOf(local, { id }), did, before, base, after: next.revision } as const
  const outcome = await writeNoted(context, step, { id, seen: remote?.state ?? null, next: next.state })
  if (outcome === 'conflict') return changedThere
  await link(context, local, id, next)
  return done(remote ? 'Changed on the instance.' : 'Created on the instance.', { id })
}

const typeDiffers = skipped(
  'type-differs',
  'It has another type on the instance, and FusionAuth never changes the type of a lambda; nothing was written.',
)

/**
 * The id is written down before the lambda is created with it: whatever happens in between, the next run finds the
 * lambda instead of creating a second one.
 */
async function giveId(context: SyncContext, { slug }: LocalLambda): Promise<string> {
  const id = randomUUID()
  const link = { instance: context.id, id }
  await context.workspace.change([slug], () => writeLocal(context.workspace.files, slug, { link }))
  return id
}

/** Notes that both sides are in step. */
export async function link(
  context: SyncContext,
  { slug, id: known }: LocalLambda,
  id: string,
  { state }: Versioned,
): Promise<void> {
  const { workspace, bases } = context
  if (known !== id && !(await isLinked(context, slug, id))) {
    const link = { instance: context.id, id }
    await workspace.change([slug], () => writeLocal(workspace.files, slug, { link }))
  }
  await bases.write(id, state)
}

async function isLinked(context: SyncContext, slug: string, id: string): Promise<boolean> {
  return (await readLocal(context, slug))?.id === id
}

export async function readRemote(
  { instance }: Pick<SyncContext, 'instance'>,
  id: string,
): Promise<KnownLambda | null> {
  const remote = await readLambda(instance, id)
  return remote && { id: remote.id, ...versioned(remote.state) }
}

/** What the notes of a push and of a link have in common. */
export function stepOf({ slug, id: known, state }: LocalLambda, { id }: Pick<OrderEntry, 'id'>) {
  return { slug, id: id ?? '', name: state.name, deleted: null, wasUnlinked: known === null } as const
}
