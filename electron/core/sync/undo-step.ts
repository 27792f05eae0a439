import { z } from 'zod'
import { assignmentChange } from '../../contract/models/assignment.ts'
import { mergedLambda } from '../../contract/models/sync-order.ts'

const state = mergedLambda.extend({ type: z.string(), name: z.string() })

/** Names a snapshot in a lambda's history. */
const snapshot = z.strictObject({ slug: z.string(), entry: z.string() })

/** What one write of a sync is about to do, with all that is needed to take it back. */
const undoStep = z.strictObject({
  did: z.enum([
    'write-remote',
    'create-remote',
    'delete-remote',
    'write-local',
    'create-local',
    'delete-local',
    'link',
    'assign',
  ]),
  /** Null for `create-local`: the lambda gets its slug while it is created, and is found by its id. */
  slug: z.string().nullable(),
  id: z.string(),
  name: z.string(),
  /** What was there before; null where nothing was. */
  before: snapshot.nullable(),
  /** The deleted lambda that can be brought back, for `delete-local`. */
  deleted: z.string().nullable(),
  /** The revision that was left there; it is only taken back from there. */
  after: z.string().nullable(),
  /** What was noted as in step before. */
  base: state.nullable(),
  /** The lambda had no id on the instance before. */
  wasUnlinked: z.boolean(),
  /** For `assign`: each place where the lambda was assigned, and what was there before. */
  assigned: z.array(assignmentChange.pick({ owner: true, field: true, seen: true })).optional(),
})
export type UndoStep = z.infer<typeof undoStep>

const heading = z.strictObject({ instance: z.string(), at: z.iso.datetime() })
const noted = z.strictObject({ number: z.int(), step: undoStep })
const withdrawn = z.strictObject({ withdrawn: z.int() })

/** One line of a job's record: what it belongs to, a step before it is done, or a step that was not done after all. */
export const undoLine = z.union([heading, noted, withdrawn])
export type UndoLine = z.infer<typeof undoLine>
