import type { SyncContext } from './sync-context.ts'
import type { UndoStep } from './undo-step.ts'
import { writeRemote, type RemoteWrite } from './write-remote.ts'

/**
 * Writes to the instance what was noted before, so that it can be taken back whatever becomes of the program; the note
 * goes where nothing was written, and stays where that cannot be found out.
 * @throws InstanceError where nothing was written, or where that cannot be found out
 */
export async function writeNoted(
  context: Pick<SyncContext, 'instance' | 'note'>,
  step: UndoStep,
  write: RemoteWrite,
): Promise<'written' | 'conflict'> {
  const note = await context.note(step)
  const outcome = await writeRemote(context.instance, write)
  if (outcome === 'written') return outcome
  await note.withdraw()
  if (outcome === 'conflict') return outcome
  throw outcome
}
