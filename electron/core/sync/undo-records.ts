import type { Place } from '../workspace/layout.ts'
import type { WorkspaceFiles } from '../workspace/workspace-files.ts'
import { UndoJournal } from './undo-journal.ts'
import { undoLine, type UndoLine, type UndoStep } from './undo-step.ts'

/** What a job did, as far as it came. */
export interface UndoRecord {
  readonly instance: string
  readonly at: string
  readonly steps: readonly UndoStep[]
}

/** Jobs that can be taken back. */
const mostKept = 20

/** What jobs did, so that it can be taken back after a restart or a kill, too. */
export class UndoRecords {
  readonly #files: WorkspaceFiles

  constructor(files: WorkspaceFiles) {
    this.#files = files
  }

  /** Starts the record of a job; the file is made with the first note. */
  begin(jobId: string, instance: string): UndoJournal {
    const heading = { instance, at: new Date().toISOString() }
    return new UndoJournal(heading, (lines) => this.#files.append(placeOf(jobId), textOf(lines)))
  }

  /** Lets go of the record of a job that did nothing, and of the oldest ones. */
  async tidy(jobId: string, { holdsSteps }: Pick<UndoJournal, 'holdsSteps'>): Promise<void> {
    if (!holdsSteps) await this.remove(jobId)
    if ((await this.#jobIds()).length <= mostKept) return
    for (const old of (await this.list()).slice(mostKept)) await this.remove(old.jobId)
  }

  /** Null where the job did nothing that could be taken back, or was taken back. */
  async read(jobId: string): Promise<UndoRecord | null> {
    try {
      return recordOf(await this.#files.read(placeOf(jobId)))
    } catch {
      return null
    }
  }

  async remove(jobId: string): Promise<void> {
    await this.#files.remove(placeOf(jobId))
  }

  /** The last first. */
  async list(): Promise<readonly (UndoRecord & { readonly jobId: string })[]> {
    const jobIds = await this.#jobIds()
    const read = await Promise.all(jobIds.map(async (jobId) => ({ jobId, record: await this.read(jobId) })))
    return read
      .flatMap(({ jobId, record }) => (record ? { jobId, ...record } : []))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  }

  async #jobIds(): Promise<readonly string[]> {
    const entries = await this.#files.entries(folder)
    return entries.flatMap(({ name }) => /^([0-9a-f-]{36})\.jsonl$/.exec(name)?.[1] ?? [])
  }
}

const folder: Place = ['.studio', 'undo']

function placeOf(jobId: string): Place {
  return [...folder, `${jobId}.jsonl`]
}

/** Each line starts anew, so that one that was broken off spoils no other. */
function textOf(lines: readonly UndoLine[]): string {
  return lines.map((each) => `\n${JSON.stringify(each)}`).join('')
}

/** Reads a record as far as it is whole: the program may have been killed while it wrote the last line. */
function recordOf(text: string): UndoRecord | null {
  const lines = text.split('\n').flatMap(readLine)
  const first = lines.find((each) => 'instance' in each)
  const off = new Set(lines.flatMap((each) => ('withdrawn' in each ? each.withdrawn : [])))
  const steps = lines.flatMap((each) => ('step' in each && !off.has(each.number) ? each.step : []))
  return first && steps.length > 0 ? { ...first, steps } : null
}

function readLine(text: string): readonly UndoLine[] {
  try {
    const parsed = undoLine.safeParse(JSON.parse(text))
    return parsed.success ? [parsed.data] : []
  } catch {
    return []
  }
}
