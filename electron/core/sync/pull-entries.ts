import type { OrderEntry } from '../../contract/models/sync.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import type { KnownLambda } from './plan.ts'
import { stepOf } from './push-entry.ts'
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
import type { UndoNote } from './undo-journal.ts'
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
  const notes = await Promise.all(remotes.map((remote) => noteCreation(context, remote)))
  const results = await context.workspace.createAll(lambdas)
  return mapInParallel([...results.entries()], 16, async ([at, result]) => {
    const remote = remotes[at]
    if (!remote) return changedThere
    if (result.status === 'fulfilled') return orFailure(baseCreated(context, remote, result.value.slug))
    await notes[at]?.withdraw()
    return { failure: result.reason as unknown }
  })
}

/** The lambda gets its slug while it is created; to be taken back it is found by its id. */
function noteCreation(context: SyncContext, { id, state, revision }: KnownLambda): Promise<UndoNote> {
  const nothing = { slug: null, before: null, deleted: null, base: null }
  const { name } = state
  return context.note({ ...nothing, did: 'create-local', id, name, after: revision, wasUnlinked: true })
}

async function baseCreated(
  context: SyncContext,
  { id, state }: KnownLambda,
  slug: string,
): Promise<EntryEnd> {
  await context.bases.write(id, state)
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
  const step = { ...stepOf(local, remote), did: 'write-local', before, base, after: remote.revision } as const
  await context.note(step)
  await writeLocal(workspace.files, slug, {
    state: remote.state,
    link: { instance: context.id, id: remote.id },
  })
  await bases.write(remote.id, remote.state)
  return done('Changed in the workspace.')
}

async function orFailure(work: Promise<EntryEnd>): Promise<EntryEnd | { readonly failure: unknown }> {
  return work.catch((failure: unknown) => ({ failure }))
}
