import { z } from 'zod'
import { mergedLambda } from '../../contract/models/sync.ts'
import { parseJson } from '../files/parse-json.ts'
import { formatJson } from '../workspace/edit-json.ts'
import type { Place } from '../workspace/layout.ts'
import type { WorkspaceFiles } from '../workspace/workspace-files.ts'

const state = mergedLambda.extend({ type: z.string(), name: z.string() })

/** Names a snapshot in a lambda's history. */
const snapshot = z.strictObject({ slug: z.string(), entry: z.string() })

/** What one write of a sync did, with all that is needed to take it back. */
const undoStep = z.strictObject({
  did: z.enum([
    'write-remote',
    'create-remote',
    'delete-remote',
    'write-local',
    'create-local',
    'delete-local',
    'link',
  ]),
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
})
export type UndoStep = z.infer<typeof undoStep>

const undoRecord = z.strictObject({
  instance: z.string(),
  at: z.iso.datetime(),
  steps: z.array(undoStep),
})
export type UndoRecord = z.infer<typeof undoRecord>

/** Jobs that can be taken back. */
const mostKept = 20

/** What jobs did, so that it can be taken back after a restart, too. */
export class UndoRecords {
  readonly #files: WorkspaceFiles

  constructor(files: WorkspaceFiles) {
    this.#files = files
  }

  async write(jobId: string, record: UndoRecord): Promise<void> {
    await this.#files.write(placeOf(jobId), formatJson(record))
    const others = (await this.list()).slice(mostKept)
    for (const old of others) await this.remove(old.jobId)
  }

  /** Null where the job did nothing that could be taken back, or was taken back. */
  async read(jobId: string): Promise<UndoRecord | null> {
    try {
      return parseJson(await this.#files.read(placeOf(jobId)), 'undo record', undoRecord)
    } catch {
      return null
    }
  }

  async remove(jobId: string): Promise<void> {
    await this.#files.remove(placeOf(jobId))
  }

  /** The last first. */
  async list(): Promise<readonly (UndoRecord & { readonly jobId: string })[]> {
    const names = (await this.#files.entries(folder)).flatMap(
      ({ name }) => /^([0-9a-f-]{36})\.json$/.exec(name)?.[1] ?? [],
    )
    const read = await Promise.all(names.map(async (jobId) => ({ jobId, record: await this.read(jobId) })))
    return read
      .flatMap(({ jobId, record }) => (record ? { jobId, ...record } : []))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  }
}

const folder: Place = ['.studio', 'undo']

function placeOf(jobId: string): Place {
  return [...folder, `${jobId}.json`]
}
