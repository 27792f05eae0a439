import { StudioError } from '../../contract/errors.ts'
import type { UndoableJob } from '../../contract/models/sync-order.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { WorkspaceFiles } from '../workspace/workspace-files.ts'
import type { SyncPair } from './sides.ts'
import { contextOf } from './sync-context.ts'
import type { SyncJobControl, SyncJobs } from './sync-jobs.ts'
import { undoSteps } from './undo.ts'
import type { UndoNote } from './undo-journal.ts'
import { UndoRecords, type UndoRecord } from './undo-records.ts'

/** A job and what it did. */
type RecordedJob = UndoRecord & { readonly jobId: string }

/** Jobs that have ended and can be taken back, the last first. */
export async function undoableJobs({
  open,
  jobs,
}: {
  readonly open: OpenWorkspace
  readonly jobs: SyncJobs
}): Promise<readonly UndoableJob[]> {
  const records = await new UndoRecords(open.get().files).list()
  const ended = records.filter(({ jobId }) => jobs.read(jobId)?.state !== 'running')
  return ended.map(({ jobId, instance, at, steps }) => ({
    jobId,
    instance,
    at,
    names: [...new Set(steps.map(({ name }) => name))],
  }))
}

/** @throws StudioError `not-undoable` */
export async function undoRecord(files: WorkspaceFiles, jobId: string): Promise<RecordedJob> {
  const record = await new UndoRecords(files).read(jobId)
  if (record) return { jobId, ...record }
  throw new StudioError({
    code: 'not-undoable',
    message: 'That push or pull cannot be taken back any more.',
    hint: 'It was taken back already, or is too long ago; the history of each lambda has the texts.',
  })
}

/** Whether taking it back writes to the instance. */
export function writesInstance({ steps }: UndoRecord): boolean {
  return steps.some(({ did }) => did.endsWith('remote') || did === 'assign')
}

/** Takes a job back, step by step; what was taken back whole cannot be taken back again. */
export async function takeBack(
  pair: SyncPair,
  { jobId, steps }: RecordedJob,
  control: SyncJobControl,
): Promise<void> {
  control.expect(steps.length)
  const results = await undoSteps(
    contextOf(pair, () => Promise.resolve(notTakenBack)),
    steps,
    control,
  )
  if (results.every(({ outcome }) => outcome === 'done')) {
    await new UndoRecords(pair.workspace.files).remove(jobId)
  }
}

/** Taking back is not taken back itself. */
const notTakenBack: UndoNote = { withdraw: () => Promise.resolve() }
