import type { OrderEntry } from '../../contract/models/sync-order.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { settle } from '../files/settled.ts'
import { createLocals } from './create-locals.ts'
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
import type { StagedPulls } from './staged-pulls.ts'
import { writeLocal } from './write-local.ts'

/** An entry to pull, and the lambda as it was read from the instance for it. */
export interface Pull {
  readonly entry: OrderEntry
  readonly remote: KnownLambda | null
}

/** Makes lambdas of the workspace as the instance is, if both still are as they were seen; in the order given. */
export async function pullEntries(
  context: SyncContext,
  pulls: readonly Pull[],
  staged: StagedPulls,
): Promise<readonly PromiseSettledResult<EntryEnd>[]> {
  const created = pulls.flatMap(({ entry, remote }) => (remote && isNew(entry, remote) ? remote : []))
  const createdEnds = (await createLocals(context, created, staged)).values()
  const others = pulls.filter(({ entry, remote }) => !remote || !isNew(entry, remote))
  const slugs = others.flatMap(({ entry }) => entry.slug ?? [])
  const changedEnds = await context.workspace.change(slugs, () =>
    mapInParallel(others, 16, (pull) => settle(changeLocal(context, pull))),
  )
  const byPull = new Map(others.map((pull, at) => [pull, changedEnds[at]]))
  return pulls.flatMap((pull) => byPull.get(pull) ?? createdEnds.next().value ?? [])
}

function isNew(entry: OrderEntry, remote: KnownLambda): boolean {
  return entry.slug === null && remote.revision === entry.seen.remote
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
