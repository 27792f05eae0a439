import type { AssignmentChange } from '../../contract/models/assignment.ts'
import { say } from '../../contract/words.ts'
import { assignLambda } from '../assignments/assign.ts'
import { patchForm } from '../instance/server-features.ts'
import { readVersion } from '../instance/version.ts'
import { done, skipped, type EntryEnd, type SyncContext } from './sync-context.ts'
import type { UndoStep } from './undo-step.ts'

/** How a result calls an object that a lambda is assigned at. */
export const placeOf = ({ kind, id }: AssignmentChange['owner']): string => `the ${kind} ${id}`

/** Assigns what was there before, except where somebody has assigned something else since. */
export async function undoAssignments(
  { instance }: SyncContext,
  { id, assigned = [] }: UndoStep,
): Promise<EntryEnd> {
  const patch = patchForm(await readVersion(instance))
  const left: string[] = []
  for (const { owner, field, seen } of assigned) {
    const { kind } = await assignLambda(instance, { owner, field, seen: id, next: seen }, patch)
    if (kind === 'conflict') left.push(placeOf(owner))
  }
  return left.length === 0
    ? done('Assigned as before.')
    : skipped('conflict', say`Somebody changed since what is assigned at ${left.join(', ')}; that stays.`)
}
