import type { OrderEntry } from '../../contract/models/sync.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import type { KnownLambda } from './plan.ts'
import {
  changedHere,
  changedThere,
  demand,
  done,
  keepLocal,
  readLocal,
  type EntryEnd,
  type SyncContext,
} from './sync-context.ts'
import { writeLocal } from './write-local.ts'

/** An entry to pull, and the lambda as it was read from the instance for it. */
export interface Pull {
  readonly entry: OrderEntry
  readonly remote: KnownLambda | null
}

/** How each ended, in the order of the pulls; a failure is what was thrown. */
export type PullEnds = readonly (EntryEnd | { readonly failure: unknown })[]

/** Makes lambdas of the workspace as the instance is, if both still are as they were seen. */
export async function pullEntries(context: SyncContext, pulls: readonly Pull[]): Promise<PullEnds> {
  const created = pulls.filter(isNew)
  const slugs = pulls.flatMap(({ entry }) => entry.slug ?? [])
  const [createdEnds, changedEnds] = [
    await createLocals(context, created),
    await context.workspace.change(slugs, () =>
      mapInParallel(
        pulls.filter((pull) => !isNew(pull)),
        16,
        (pull) => orFailure(changeLocal(context, pull)),
      ),
    ),
  ]
  const [fromCreated, fromChanged] = [createdEnds.values(), changedEnds.values()]
  return pulls.map((pull) => (isNew(pull) ? fromCreated : fromChanged).next().value ?? changedHere)
}

function isNew({ entry, remote }: Pull): boolean {
  return entry.slug === null && remote?.revision === entry.seen.remote
}

async function createLocals(context: SyncContext, pulls: readonly Pull[]): Promise<PullEnds> {
  const remotes = pulls.map(({ entry, remote }) => demand(remote, entry))
  const lambdas = remotes.map(({ id, state }) => ({
    ...state,
    name: state.name || id,
    ids: { [context.id]: id },
  }))
  const results = await context.workspace.createAll(lambdas)
  return mapInParallel([...results.entries()], 16, ([at, result]) => {
    const remote = remotes[at]
    if (!remote) return Promise.resolve(changedThere)
    if (result.status === 'rejected') return Promise.resolve({ failure: result.reason as unknown })
    return orFailure(noteCreated(context, remote, result.value.slug))
  })
}

async function noteCreated(context: SyncContext, remote: KnownLambda, slug: string): Promise<EntryEnd> {
  const { id, state, revision } = remote
  await context.bases.write(id, state)
  const common = { slug, id, name: state.name, before: null, deleted: null, base: null, wasUnlinked: true }
  context.note({ ...common, did: 'create-local', after: revision })
  return done('Created in the workspace.', { slug, name: state.name })
}

async function changeLocal(context: SyncContext, { entry, remote }: Pull): Promise<EntryEnd> {
  if (!remote || remote.revision !== entry.seen.remote) return changedThere
  const local = await readLocal(context, demand(entry.slug, entry))
  if (!local || local.revision !== entry.seen.local) return changedHere
  const { workspace, bases } = context
  const { slug } = local
  const base = await bases.read(remote.id)
  const before = await keepLocal(workspace, slug)
  await writeLocal(workspace.files, slug, {
    state: remote.state,
    link: { instance: context.id, id: remote.id },
  })
  await bases.write(remote.id, remote.state)
  const common = { slug, id: remote.id, name: local.state.name, before, base, deleted: null }
  context.note({ ...common, did: 'write-local', after: remote.revision, wasUnlinked: local.id === null })
  return done('Changed in the workspace.')
}

async function orFailure(work: Promise<EntryEnd>): Promise<EntryEnd | { readonly failure: unknown }> {
  return work.catch((failure: unknown) => ({ failure }))
}
