import { z } from 'zod'
import { isJsonObject, isTooDeep, type JsonObject, type JsonValue } from '../json.ts'
import type { Problem } from './problem.ts'
import type { CoverageRange } from './sandbox.ts'
import type { MessageWords } from '../words.ts'

/** The engines that FusionAuth has had; Nashorn was removed in 1.49. */
export const engineType = z.enum(['GraalJS', 'Nashorn'])
export type EngineType = z.infer<typeof engineType>

/** Any JSON value, passed on as it stands. What crosses a border has been JSON or a structured clone. */
const json = z.custom<JsonValue>(
  (value) => value !== undefined && !isTooDeep(value),
  'must be a JSON value, nested no deeper than 200',
)

/** Texts by name; kept as it stands, because a copy made key by key loses one named `__proto__`. */
export const textByName = z
  .custom<Readonly<Record<string, string>>>(
    (value) => isJsonObject(value) && Object.values(value).every((each) => typeof each === 'string'),
    'must be a JSON object whose values are all strings',
  )
  .meta({ type: 'object' })

/** A language level: 5, or the year of an edition. */
export const ecmaVersion = z.union([z.literal(5), z.int().min(2015).max(2030)])

/**
 * A JSON object keyed by parameter name; a missing key passes `undefined`. It is passed on as it stands, so that
 * odd keys such as `__proto__` reach the lambda too.
 */
export const runInput = z
  .custom<JsonObject>(isJsonObject, 'must be a JSON object keyed by parameter name')
  .meta({ type: 'object' })

/** An answer for requests whose method and URL match; `*` in `url` stands for any run of characters. */
export const fetchRule = z.strictObject({
  /** Upper and lower case are the same. */
  method: z.string().default('GET'),
  /** The whole address; `*` stands for any run of characters. */
  url: z.string(),
  /** Of the answer; 200 where left out. */
  status: z.int().min(100).max(599).optional(),
  /** Of the answer, as an object of texts; the lambda sees their names in lower case. */
  headers: textByName.optional(),
  /** A string is sent as it stands; any other JSON value is serialised. */
  body: json.optional(),
  /** Fail instead of answering. */
  error: z.enum(['timeout', 'refused']).optional(),
})

/** What a run may use; all are the studio's own limits, FusionAuth documents none. */
export const runLimits = z.strictObject({
  timeMs: z.int().min(1).max(60_000).optional(),
  memoryMb: z.int().min(8).max(1024).optional(),
})

/** One lambda and one input. */
export const runRequest = z.strictObject({
  type: z.string().min(1),
  engineType: engineType.default('GraalJS'),
  body: z.string(),
  input: runInput,
  fetch: z.array(fetchRule).optional(),
  /** Test values by name, for `context.services.secrets.get`. */
  secrets: textByName.optional(),
  /** The instant that `Date` starts from, ISO 8601. */
  clock: z.iso.datetime({ offset: true }).optional(),
  /** Makes `Math.random` repeatable. */
  seed: z.int().optional(),
  /** The lambda's `debug` field: without it `console.debug` is silent. */
  debug: z.boolean().optional(),
  limits: runLimits.optional(),
  /** Language level that the body is held to; 2021 where it is left out. Nashorn is always held to 5. */
  ecmaVersion: ecmaVersion.optional(),
  /** Measure which blocks of the body ran. */
  coverage: z.boolean().optional(),
  /** Run although checks found an error. */
  force: z.boolean().optional(),
  /** A name for {@link StudioApi.runs.cancel}. */
  runId: z.string().max(100).optional(),
})
export type RunRequest = z.input<typeof runRequest>

/** How a run ended. `refused` means that checks found an error and the body was not run. */
export type RunOutcome = 'completed' | 'threw' | 'timed-out' | 'out-of-memory' | 'crashed' | 'refused'

/** One difference between the arguments before and after, at a JSON Pointer that starts with the parameter name. */
export interface ValueChange {
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before?: JsonValue
  readonly after?: JsonValue
}

/** A write that FusionAuth discards. */
export interface DroppedWrite extends MessageWords {
  readonly path: string
  readonly reason: 'reserved' | 'read-only'
  readonly message: string
}

/** One console call. */
export interface ConsoleEntry {
  readonly level: 'info' | 'debug' | 'error'
  readonly text: string
  /** Line in the body, from 1. */
  readonly line?: number
}

/** One request the lambda made. */
export interface FetchEntry {
  readonly method: string
  readonly url: string
  readonly status?: number
  readonly error?: string
  /** Index of the rule that answered, from 0. */
  readonly rule?: number
}

/** What the lambda threw. Positions are in the user's own body, from 1; the stack names no path of the host. */
export interface RunError {
  readonly name: string
  readonly message: string
  readonly line: number | null
  readonly column: number | null
  readonly stack: string
}

/** What FusionAuth does in this outcome for this type. */
export interface Consequence extends MessageWords {
  readonly code: string
  readonly message: string
}

/** What one run gives back. */
export interface RunReport {
  readonly outcome: RunOutcome
  /** The arguments afterwards, as FusionAuth would keep them. */
  readonly arguments: JsonObject
  readonly changes: readonly ValueChange[]
  readonly dropped: readonly DroppedWrite[]
  readonly console: readonly ConsoleEntry[]
  readonly fetches: readonly FetchEntry[]
  readonly error: RunError | null
  readonly problems: readonly Problem[]
  readonly consequence: Consequence
  /** Time inside the lambda, in milliseconds. */
  readonly durationMs: number
  /** What the function returned, for a type of which FusionAuth reads it. */
  readonly returned?: JsonValue
  /** Heap of the isolate after the run, in bytes. */
  readonly heapBytes: number
  /** Which stretches of the body ran, if that was asked for; a later range tells more of its stretch. */
  readonly coverage?: readonly CoverageRange[]
}
