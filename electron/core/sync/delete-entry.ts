import type { LambdaUsage, OwnerKind } from '../../contract/models/assignment.ts'
import type { OrderEntry } from '../../contract/models/sync-order.ts'
import { messageOf, say, type Worded } from '../../contract/words.ts'
import { InstanceError } from '../instance/instance-error.ts'
import { deleteLambda } from '../instance/lambdas.ts'
import { lambdasPlace } from '../workspace/layout.ts'
import { slugOf } from '../workspace/slug.ts'
import { newDeletedId } from '../workspace/trash.ts'
import type { KnownLambda } from './plan.ts'
import { readRemote } from './push-entry.ts'
import {
  changedHere,
  changedThere,
  demand,
  done,
  keepRemote,
  readLocal,
  skipped,
  type EntryEnd,
  type SyncContext,
} from './sync-context.ts'
import type { UndoNote } from './undo-journal.ts'

/** Deletes from the instance what the workspace no longer has, unless something there uses it. */
export async function deleteRemoteEntry(context: SyncContext, entry: OrderEntry): Promise<EntryEnd> {
  const id = demand(entry.id, entry)
  if (await hasLocal(context, id)) return changedHere
  const remote = await readRemote(context, id)
  const base = await context.bases.read(id)
  if (!remote) {
    await context.bases.write(id, null)
    return done('It was gone from the instance already.')
  }
  if (remote.revision !== entry.seen.remote) return changedThere
  const refusal = refusalOf(await context.usage(id, remote.state.type))
  if (refusal) return refusal
  const slug = await freeSlug(context, remote)
  const before = await keepRemote(context, slug, remote)
  const { name } = remote.state
  const note = await context.note({ ...deletion, did: 'delete-remote', slug, id, name, before, base })
  await deleteForSure(context, id, note)
  await context.bases.write(id, null)
  return done('Deleted from the instance; its text is in the history.', { name })
}

/** Moves out of the workspace what the instance no longer has; it can be brought back. */
export async function deleteLocalEntry(context: SyncContext, entry: OrderEntry): Promise<EntryEnd> {
  const slug = demand(entry.slug, entry)
  const local = await readLocal(context, slug)
  if (!local || local.revision !== entry.seen.local) return changedHere
  if (local.id !== null && (await readRemote(context, local.id))) return changedThere
  const id = local.id ?? demand(entry.id, entry)
  const base = await context.bases.read(id)
  const { name } = local.state
  const deleted = newDeletedId(new Date())
  await context.note({ ...deletion, did: 'delete-local', slug, id, name, base, deleted })
  await context.workspace.delete(slug, deleted)
  await context.bases.write(id, null)
  return done('Deleted from the workspace; it can be brought back.')
}

/** What the notes of deletions have in common. */
const deletion = { before: null, deleted: null, after: null, wasUnlinked: false } as const

/** An answer that was lost is looked for by reading; the note goes where nothing was deleted. */
async function deleteForSure(context: SyncContext, id: string, note: UndoNote): Promise<void> {
  try {
    await deleteLambda(context.instance, id)
  } catch (thrown) {
    const isUncertain = thrown instanceof InstanceError && thrown.isUncertain
    const found = isUncertain ? await readRemote(context, id).catch(() => 'unknown' as const) : 'there'
    if (found === null) return
    if (found !== 'unknown') await note.withdraw()
    throw thrown
  }
}

async function hasLocal({ workspace, id: instance }: SyncContext, id: string): Promise<boolean> {
  const { lambdas } = await workspace.list()
  return lambdas.some(({ ids }) => ids[instance]?.toLowerCase() === id)
}

/** A name in the history that is of no other lambda. */
async function freeSlug({ workspace }: SyncContext, { state }: KnownLambda): Promise<string> {
  const taken = (await workspace.files.entries(lambdasPlace)).map(({ name }) => name)
  return slugOf(state.name, taken)
}

const kindWords: Readonly<Record<OwnerKind, Worded>> = {
  application: say`application`,
  connector: say`connector`,
  'identity provider': say`identity provider`,
  tenant: say`tenant`,
}

/** Why a lambda is not deleted from an instance; null where nothing there uses it. */
export function refusalOf({ places, unread }: LambdaUsage): EntryEnd | null {
  if (places.length > 0) {
    const byName = new Map(places.map(({ owner: { kind, name } }) => [`${kind} ${name}`, { kind, name }]))
    const owners = [...byName.values()]
      .map(({ kind, name }) => say`${kindWords[kind]} ${name}`)
      .reduce((before, owner) => say`${before}, ${owner}`)
    return skipped('in-use', say`It is used by ${owners}; take it off there first. Nothing was deleted.`)
  }
  const [first] = unread
  if (!first) return null
  return skipped(
    'usage-unknown',
    say`Whether a ${kindWords[first.kind]} uses it cannot be found out: ${messageOf(first.error)} Nothing was deleted.`,
  )
}
