import type { GuestNote } from '../../contract/models/sandbox.ts'
import type { ConsoleEntry, FetchEntry } from '../../contract/models/run.ts'
import type { Primordials } from './primordials.ts'

/** What the runtime writes down while the lambda runs. */
export interface GuestRecord {
  readonly console: ConsoleEntry[]
  readonly fetches: FetchEntry[]
  readonly notes: GuestNote[]
  /** Adds a note, at most 200 of them. */
  note(code: string, message: string, place?: { path?: string; line?: number | undefined }): void
  /** The line of the body that is being run, as far as a stack tells. */
  currentLine(): number | undefined
}

export function createRecord(p: Primordials): GuestRecord {
  const notes: GuestNote[] = []
  // The file name is the one the body is compiled under.
  const frame = /lambda\.js:(\d+):\d+/
  return {
    console: [],
    fetches: [],
    notes,
    note(code, message, place = {}) {
      if (notes.length < 200) p.push(notes, { code, message, ...place })
    },
    currentLine() {
      try {
        const match = p.exec(frame, p.toText(new p.Error().stack))
        return match ? +match[1]! : undefined
      } catch {
        return undefined
      }
    },
  }
}
