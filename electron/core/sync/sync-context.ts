import { StudioError, toErrorData } from '../../contract/errors.ts'
import type { LambdaState } from '../../contract/models/sync.ts'
import type { OrderEntry, SyncResult } from '../../contract/models/sync-order.ts'
import type { LambdaUsage } from '../../contract/models/assignment.ts'
import { messageOf, said, say, type HostText } from '../../contract/words.ts'
import { editJson, formatJson } from '../workspace/edit-json.ts'
import { keepSnapshot } from '../workspace/history.ts'
import { readSettingsText } from '../workspace/read-lambda.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { findUsage } from '../assignments/usage.ts'
import { Bases } from './bases.ts'
import type { KnownLambda, LocalLambda } from './plan.ts'
import type { SyncPair } from './sides.ts'
import { versioned } from './state.ts'
import type { UndoNote } from './undo-journal.ts'
import type { UndoStep } from './undo-step.ts'

/** What carrying out an entry works with. */
export interface SyncContext extends SyncPair {
  readonly bases: Bases
  /** Where a lambda is used on the instance. */
  readonly usage: (id: string, type: string) => Promise<LambdaUsage>
  /** Notes what is about to be done, so that it can be taken back; on the disk when it is answered. */
  readonly note: (step: UndoStep) => Promise<UndoNote>
  /** The lambdas of the instance as they were when the last plan was made; nothing is done for that they are here. */
  readonly planned: readonly KnownLambda[]
}

/** What carrying out entries of one instance works with. */
export function contextOf(pair: SyncPair, note: SyncContext['note']): SyncContext {
  const { workspace, instance, id: instanceId } = pair
  return {
    ...pair,
    bases: new Bases(workspace.files, instanceId),
    usage: (id, type) => findUsage(instance, { instanceId, id, type }),
    note,
    planned: [],
  }
}

/** How one entry ended, unless it failed. */
export type EntryEnd = Pick<SyncResult, 'outcome' | 'code' | 'message' | 'messageWords' | 'assigned'> & {
  /** Where they came to be while it was carried out. */
  readonly slug?: string
  readonly id?: string
  readonly name?: string
}

export const done = (message: HostText, found: Pick<EntryEnd, 'slug' | 'id' | 'name'> = {}): EntryEnd =>
  said<EntryEnd>({ outcome: 'done', code: null, message, ...found })

export const skipped = (code: string, message: HostText): EntryEnd =>
  said<EntryEnd>({ outcome: 'skipped', code, message })

export const changedThere = skipped(
  'conflict',
  'It was changed on the instance since it was seen; nothing was written.',
)
export const changedHere = skipped(
  'changed-here',
  'It was changed in the workspace since it was seen; nothing was written.',
)

export const cancelled = skipped('cancelled', 'It was cancelled before its turn; nothing was written.')

export function failed(thrown: unknown): EntryEnd {
  const failure = toErrorData(thrown)
  return said<EntryEnd>({ outcome: 'failed', code: failure.code, message: messageOf(failure) })
}

/** A lambda of the workspace as it is now; null where there is none. */
export async function readLocal(
  { workspace, id: instance }: Pick<SyncPair, 'workspace' | 'id'>,
  slug: string | null,
): Promise<LocalLambda | null> {
  if (slug === null) return null
  try {
    const lambda = await workspace.read(slug)
    return { slug, id: lambda.ids[instance]?.toLowerCase() ?? null, ...versioned(lambda) }
  } catch (thrown) {
    if (thrown instanceof StudioError && thrown.code === 'lambda-not-found') return null
    throw thrown
  }
}

/** Keeps the instance's text in the history of the lambda, before it is written over or deleted there. */
export async function keepRemote(
  context: SyncContext,
  slug: string,
  { id, state }: { readonly id: string; readonly state: LambdaState },
): Promise<UndoStep['before']> {
  const { name, type, engineType, debug, body } = state
  const fields = { name, type, engineType, debug }
  const settings = await readSettingsText(context.workspace.files, slug).then(
    (text) => editJson(text, fields),
    () => formatJson({ ...fields, ids: { [context.id]: id } }),
  )
  const entry = await keepSnapshot(context.workspace.history, {
    slug,
    reason: 'push',
    instance: context.id,
    texts: { body, settings },
  })
  return entry === null ? null : { slug, entry }
}

/** Keeps the workspace's text in the history of the lambda. */
export async function keepLocal(workspace: Workspace, slug: string): Promise<UndoStep['before']> {
  const entry = await keepSnapshot(workspace.history, { slug, reason: 'pull' })
  return entry === null ? null : { slug, entry }
}

/** @throws StudioError `wrong-order` where an order names nothing that it could be about */
export function demand<T>(value: T | null | undefined, { action }: Pick<OrderEntry, 'action'>): T {
  if (value !== null && value !== undefined) return value
  throw new StudioError({
    code: 'wrong-order',
    message: say`An entry to ${action} lacks what it needs.`,
    hint: 'Plan again and choose anew.',
  })
}
