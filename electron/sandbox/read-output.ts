import type { JsonValue } from '../contract/json.ts'
import type { SandboxResult } from '../contract/models/sandbox.ts'
import type { RecordedNote } from './guest/guest-record.ts'

/** What a run leaves behind, as the report has it. */
export type Output = Pick<SandboxResult, 'arguments' | 'returned' | 'console' | 'fetches' | 'notes' | 'error'>

/** The text that the guest's runtime writes: '' and -1 and 0 stand for what is not there. */
interface GuestOutput extends Pick<Output, 'arguments' | 'error'> {
  readonly returned: JsonValue
  readonly console: readonly { level: 'info' | 'debug' | 'error'; text: string; line: number }[]
  readonly fetches: readonly { method: string; url: string; status: number; error: string; rule: number }[]
  readonly notes: readonly RecordedNote[]
}

/** What was left where the isolate is gone. */
const lost: Output = {
  arguments: null,
  console: [],
  fetches: [],
  notes: [{ code: 'console-lost' }],
  error: null,
}

/** Reads what the guest's runtime wrote. Its text is made by the runtime's own writer, so the shapes are believed. */
export function readOutput(text: string | null): Output {
  if (text === null) return lost
  const output = JSON.parse(text) as GuestOutput
  return {
    arguments: output.arguments,
    ...(output.returned !== null && { returned: output.returned }),
    error: output.error,
    console: output.console.map(({ line, ...entry }) => ({ ...entry, ...(line > 0 && { line }) })),
    fetches: output.fetches.map(({ status, error, rule, ...entry }) => ({
      ...entry,
      ...(status > 0 && { status }),
      ...(error && { error }),
      ...(rule >= 0 && { rule }),
    })),
    notes: output.notes.map(({ code, value, other, path, line }) => ({
      code,
      ...(value && { values: other ? [value, other] : [value] }),
      ...(path && { path }),
      ...(line > 0 && { line }),
    })),
  }
}
