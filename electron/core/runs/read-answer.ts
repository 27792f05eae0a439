import type { JsonObject, JsonValue } from '../../contract/json.ts'
import type { RunError } from '../../contract/models/run.ts'
import type {
  GuestNote,
  RecordedNote,
  SandboxAnswer,
  SandboxResult,
  SandboxTask,
} from '../../contract/models/sandbox.ts'
import { ownValue } from './changes.ts'

/** What a run leaves behind, as the report has it. */
type Output = Pick<SandboxResult, 'arguments' | 'returned' | 'console' | 'fetches' | 'notes' | 'error'>

/** The text that the guest's runtime writes: '' and -1 and 0 stand for what is not there. */
interface GuestOutput extends Pick<Output, 'error'> {
  /** Those that are not as they were. */
  readonly arguments: JsonObject | null
  /** Names of the others. */
  readonly unchanged: readonly string[]
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

/** What is to be known of a task to read its answer. */
type AnsweredTask = Pick<SandboxTask, 'parameters' | 'input'>

/**
 * Reads what a sandbox process answered to a task.
 * @throws SyntaxError where the text is no JSON: a process that says such is not itself any more
 */
export function readAnswer(
  { went, text, thrown, ...measured }: SandboxAnswer,
  task: AnsweredTask,
): SandboxResult {
  const output = readOutput(text, task)
  if (went === 'returned') return { ...endedOutput(output), ...measured }
  if (went !== 'threw') return { ...output, arguments: null, error: null, end: went, ...measured }
  if (!output.arguments || !thrown) return { ...output, error: thrown, end: went, ...measured }
  // The function had come to its end: what failed is a promise that it left behind.
  return { ...endedOutput({ ...output, notes: [...output.notes, rejectionOf(thrown)] }), ...measured }
}

function endedOutput(output: Output): Output & Pick<SandboxResult, 'end'> {
  return { ...output, end: output.error ? 'threw' : 'completed' }
}

function rejectionOf({ name, message, line }: RunError): GuestNote {
  const values = [`${name}: ${message.slice(0, 500)}`]
  return { code: 'rejection-unhandled', values, ...(line !== null && { line }) }
}

/** Reads what the guest's runtime wrote. Its text is made by the runtime's own writer, so the shapes are believed. */
function readOutput(text: string | null, task: AnsweredTask): Output {
  if (text === null) return lost
  const output = JSON.parse(text) as GuestOutput
  return {
    arguments: output.arguments && argumentsAfter(task, output.arguments, output.unchanged),
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

/** All arguments by position; those that are as they were need neither be carried back nor compared. */
function argumentsAfter(
  { parameters, input }: AnsweredTask,
  written: JsonObject,
  unchanged: readonly string[],
): JsonObject {
  if (unchanged.length === 0) return written
  const entries = parameters.flatMap((name) => {
    const value = ownValue(unchanged.includes(name) ? input : written, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}
