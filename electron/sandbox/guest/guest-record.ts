import type { GuestNoteCode } from '../../contract/models/run-problems.ts'
import type { RecordedNote } from '../../contract/models/sandbox.ts'
import type { ConsoleEntry, FetchEntry } from '../../contract/models/run.ts'
import type { Primordials } from './primordials.ts'

/** What the runtime writes down while the lambda runs. */
export interface GuestRecord {
  readonly console: ConsoleEntry[]
  readonly fetches: FetchEntry[]
  readonly notes: RecordedNote[]
  /** Adds a note, at most 200 of them and none twice; '' and 0 stand for no value, no path and no line. */
  note(code: GuestNoteCode, value: string, path: string, line: number): void
  /** Adds a note that something was capped; there is room for these whatever else was noted. */
  noteCap(code: GuestNoteCode, value: string, other: string, path: string, line: number): void
  /** The line of the body that is being run, as far as a stack tells; else 0. */
  currentLine(): number
}

export function createRecord(p: Primordials): GuestRecord {
  const notes: RecordedNote[] = []
  const limit = 200
  let count = 0
  // The file name is the one the body is compiled under.
  const frame = /lambda\.js:(\d{1,9}):\d/

  const isKnown = (code: GuestNoteCode, path: string, line: number): boolean => {
    for (let at = 0; at < notes.length; at++) {
      const note = notes[at]!
      if (note.code === code && note.path === path && note.line === line) return true
    }
    return false
  }

  /** A stack as V8 writes it, whatever the lambda put in place to format stacks or to cut them short. */
  const stackHere = (): string => {
    const format = p.getOwnPropertyDescriptor(p.Error, 'prepareStackTrace')
    const depth = p.getOwnPropertyDescriptor(p.Error, 'stackTraceLimit')
    p.hide(p.Error, 'prepareStackTrace', undefined)
    p.put(p.Error, 'stackTraceLimit', 20)
    const { stack } = new p.Error()
    restore('prepareStackTrace', format)
    restore('stackTraceLimit', depth)
    return stack!
  }

  const restore = (key: string, descriptor: PropertyDescriptor | undefined): void => {
    p.deleteProperty(p.Error, key)
    if (!descriptor) return
    p.setPrototypeOf(descriptor, null)
    p.defineProperty(p.Error, key, descriptor)
  }

  return {
    console: [],
    fetches: [],
    notes,
    note(code, value, path, line) {
      if (count > limit || isKnown(code, path, line)) return
      count++
      if (count <= limit) p.push(notes, { code, value, other: '', path, line })
      else p.push(notes, { code: 'notes-capped', value: `${limit}`, other: '', path: '', line: 0 })
    },
    noteCap(code, value, other, path, line) {
      if (!isKnown(code, path, line)) p.push(notes, { code, value, other, path, line })
    },
    currentLine() {
      try {
        const match = p.exec(frame, stackHere())
        return match ? +match[1]! : 0
      } catch {
        return 0
      }
    },
  }
}
