import type { LambdaState } from '../../contract/models/sync.ts'
import type { SyncResult } from '../../contract/models/sync-order.ts'
import { lambdaFile } from '../../contract/models/lambda.ts'
import { parseJson } from '../files/parse-json.ts'
import { deleteLambda } from '../instance/lambdas.ts'
import { readSnapshot } from '../workspace/snapshots.ts'
import type { CarryOutControl } from './carry-out.ts'
import { refusalOf } from './delete-entry.ts'
import { writeNoted } from './noted-write.ts'
import { readRemote } from './push-entry.ts'
import { versioned, type Versioned } from './state.ts'
import {
  changedHere,
  changedThere,
  done,
  failed,
  keepLocal,
  keepRemote,
  readLocal,
  skipped,
  type EntryEnd,
  type SyncContext,
} from './sync-context.ts'
import { undoAssignments } from './undo-assignments.ts'
import type { UndoStep } from './undo-step.ts'
import { writeLocal } from './write-local.ts'

/** Takes steps back, the last first, each only where nobody changed since what it left. */
export async function undoSteps(
  context: SyncContext,
  steps: readonly UndoStep[],
  { signal, report }: CarryOutControl,
): Promise<readonly SyncResult[]> {
  const results: SyncResult[] = []
  for (const step of steps.toReversed()) {
    const end = signal.aborted ? cancelled : await takeBack(context, step).catch(failed)
    const { slug = step.slug } = end
    const result = { ...end, slug, id: step.id, name: step.name, action: actions[step.did] }
    results.push(result)
    report(result)
  }
  return results
}

/** What taking a step back is called. */
const actions: Readonly<Record<UndoStep['did'], SyncResult['action']>> = {
  'write-remote': 'push',
  'create-remote': 'delete-remote',
  'delete-remote': 'push',
  'write-local': 'pull',
  'create-local': 'delete-local',
  'delete-local': 'pull',
  link: 'link',
  assign: 'assign',
}

const cancelled = skipped('cancelled', 'It was cancelled before its turn; nothing was taken back.')

async function takeBack(context: SyncContext, step: UndoStep): Promise<EntryEnd> {
  const end = await undoers[step.did](context, step)
  if (end.outcome === 'done') await context.bases.write(step.id, step.base)
  return end
}

const undoers: Readonly<
  Record<UndoStep['did'], (context: SyncContext, step: UndoStep) => Promise<EntryEnd>>
> = {
  'write-remote': undoRemote,
  'delete-remote': undoRemote,
  'create-remote': undoCreateRemote,
  'write-local': undoLocal,
  'create-local': undoCreateLocal,
  'delete-local': undoDeleteLocal,
  link: undoLink,
  assign: undoAssignments,
}

/** Puts the text that was there before back on the instance. */
async function undoRemote(context: SyncContext, step: UndoStep): Promise<EntryEnd> {
  const before = await readBefore(context, step)
  if (!before) return historyGone
  const remote = await readRemote(context, step.id)
  if (remote?.revision === before.revision) return done('The instance has it as it was.')
  if ((remote?.revision ?? null) !== step.after) return changedThere
  if (remote && step.slug !== null) await keepRemote(context, step.slug, remote)
  const write = { id: step.id, seen: remote?.state ?? null, next: before.state }
  const outcome = await writeNoted(context, step, write)
  return outcome === 'written' ? done('Put back on the instance.') : changedThere
}

async function undoCreateRemote(context: SyncContext, step: UndoStep): Promise<EntryEnd> {
  const remote = await readRemote(context, step.id)
  if (remote) {
    if (remote.revision !== step.after) return changedThere
    const refusal = refusalOf(await context.usage(step.id, remote.state.type))
    if (refusal) return refusal
    if (step.slug !== null) await keepRemote(context, step.slug, remote)
    await deleteLambda(context.instance, step.id)
  }
  await unlink(context, step)
  return done(remote ? 'Deleted from the instance again.' : 'It is not on the instance.')
}

async function undoLocal(context: SyncContext, step: UndoStep): Promise<EntryEnd> {
  const { slug } = step
  const before = await readBefore(context, step)
  if (!before || slug === null) return historyGone
  const { workspace } = context
  return workspace.change([slug], async () => {
    const local = await readLocal(context, slug)
    const isUntouched = local?.revision === before.revision
    if (!isUntouched && local?.revision !== step.after) return changedHere
    if (!isUntouched) await keepLocal(workspace, slug)
    const link = step.wasUnlinked ? { instance: context.id, id: null } : undefined
    await writeLocal(workspace.files, slug, { state: before.state, ...(link && { link }) })
    return done('Put back in the workspace.')
  })
}

async function undoCreateLocal(context: SyncContext, step: UndoStep): Promise<EntryEnd> {
  const local = await readLocal(context, step.slug ?? (await slugOfId(context, step.id)))
  if (!local) return done('It is not in the workspace.')
  if (local.revision !== step.after) return changedHere
  await context.workspace.delete(local.slug)
  return done('Deleted from the workspace again.', { slug: local.slug })
}

async function slugOfId({ workspace, id: instance }: SyncContext, id: string): Promise<string | null> {
  const { lambdas } = await workspace.list()
  return lambdas.find(({ ids }) => ids[instance]?.toLowerCase() === id.toLowerCase())?.slug ?? null
}

async function undoDeleteLocal(context: SyncContext, step: UndoStep): Promise<EntryEnd> {
  const { deleted } = step
  if (deleted === null) return historyGone
  const isKept = (await context.workspace.deleted()).some(({ id }) => id === deleted)
  if (!isKept && (await readLocal(context, step.slug))) return done('It is in the workspace.')
  await context.workspace.undelete(deleted)
  return done('Brought back into the workspace.')
}

async function undoLink(context: SyncContext, step: UndoStep): Promise<EntryEnd> {
  await unlink(context, step)
  return done('No longer noted as in step.')
}

async function unlink({ workspace, id: instance }: SyncContext, step: UndoStep): Promise<void> {
  const { slug, wasUnlinked } = step
  if (slug === null || !wasUnlinked) return
  await workspace.change([slug], () => writeLocal(workspace.files, slug, { link: { instance, id: null } }))
}

const historyGone = skipped('history-gone', 'What was there before is not in the history any more.')

/** The text that a step wrote over, from the history of its lambda. */
async function readBefore({ workspace }: SyncContext, { before }: UndoStep): Promise<Versioned | null> {
  if (!before) return null
  try {
    const { texts } = await readSnapshot(workspace.files, before.slug, before.entry)
    const settings = parseJson(texts.settings, 'snapshot', lambdaFile)
    const state: LambdaState = { ...settings, body: texts.body }
    return versioned(state)
  } catch {
    return null
  }
}
