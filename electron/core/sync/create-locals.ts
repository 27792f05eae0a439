import { mapInParallel } from '../files/map-in-parallel.ts'
import { settle, valueOf } from '../files/settled.ts'
import type { Lambda } from '../../contract/models/lambda.ts'
import { baseName } from './bases.ts'
import type { KnownLambda } from './plan.ts'
import type { StagedPull, StagedPulls } from './staged-pulls.ts'
import { done, type EntryEnd, type SyncContext } from './sync-context.ts'
import type { UndoNote } from './undo-journal.ts'

/** A lambda that is about to come into the workspace, and the note that says so. */
interface Creation {
  readonly remote: KnownLambda
  readonly pull: StagedPull
  readonly note: UndoNote
}

/** Brings lambdas of an instance into the workspace that it does not have; in the order given. */
export async function createLocals(
  context: SyncContext,
  remotes: readonly KnownLambda[],
  staged: StagedPulls,
): Promise<readonly PromiseSettledResult<EntryEnd>[]> {
  const pulls = await staged.take(remotes)
  const noted = await Promise.all(
    remotes.map((remote, at) => settle(noteCreation(context, remote, pulls[at]))),
  )
  const creations = noted.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  const brought = await context.workspace.bringIn(creations.map(({ pull }) => pull.lambda))
  const lambdas = new Map(creations.map((creation, at) => [creation, brought[at]]))
  return mapInParallel(noted, 16, (each) => settle(endOf(each, lambdas)))
}

/** The lambda gets its slug while it is created; to be taken back it is found by its id. */
async function noteCreation(
  context: SyncContext,
  remote: KnownLambda,
  staged: PromiseSettledResult<StagedPull> | undefined,
): Promise<Creation> {
  const pull = valueOf(demand(staged))
  const nothing = { slug: null, before: null, deleted: null, base: null, wasUnlinked: true }
  const { id, revision, state } = remote
  const step = { ...nothing, did: 'create-local', id, name: state.name, after: revision } as const
  return { remote, pull, note: await context.note(step) }
}

async function endOf(
  noted: PromiseSettledResult<Creation>,
  lambdas: ReadonlyMap<Creation, PromiseSettledResult<Lambda> | undefined>,
): Promise<EntryEnd> {
  const creation = valueOf(noted)
  const { remote, pull, note } = creation
  const lambda = demand(lambdas.get(creation))
  if (lambda.status === 'rejected') {
    await note.withdraw()
    throw lambda.reason
  }
  await pull.base.bringIn(baseName(remote.id))
  return done('Created in the workspace.', { slug: lambda.value.slug, name: remote.state.name })
}

function demand<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('Each lambda has its result.')
  return value
}
