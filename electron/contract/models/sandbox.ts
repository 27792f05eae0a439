import type { JsonObject, JsonValue } from '../json.ts'
import type { GuestNoteCode } from './run-problems.ts'
import type { ConsoleEntry, FetchEntry, RunError } from './run.ts'

/** A rule that answers requests, with nothing left out: what is missing in a guest would be asked of a prototype. */
export interface GuestFetchRule {
  /** Upper case. */
  readonly method: string
  /** `*` stands for any run of characters. */
  readonly url: string
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** How the request fails; '' where it is answered. */
  readonly error: 'timeout' | 'refused' | ''
}

/** What the guest's runtime is set up with before the body is loaded. */
export interface GuestSettings {
  /** Language level whose built-ins are left in place, for example 2021; 5 for Nashorn. */
  readonly ecmaVersion: number
  /** Whether the engine has `fetch` and `Headers`. */
  readonly hasFetch: boolean
  readonly debug: boolean
  readonly fetchRules: readonly GuestFetchRule[]
  readonly secrets: Readonly<Record<string, string>>
  /** Epoch milliseconds at which `Date` stands still; null for the real clock. */
  readonly clock: number | null
  /** Seed of `Math.random`; null for a random one. */
  readonly seed: number | null
  /** Characters of JSON that the arguments may have afterwards. */
  readonly outputLimit: number
  /** Characters that all console entries may have together. */
  readonly consoleLimit: number
}

/** What many runs have in common, so that the sandbox process gets it once. */
export interface SandboxJob {
  readonly body: string
  /** Names to look the function up by, in order; the first that is a function is called. */
  readonly functionNames: readonly string[]
  readonly parameters: readonly string[]
  /** Whether FusionAuth reads what the function returns. */
  readonly readsReturn: boolean
  readonly settings: GuestSettings
  /**
   * The names by which the body can come to built-ins of the language, with `Iterator` where it can come to an iterator;
   * null where it can come to any. Built-ins that its level lacks are taken away as far as these go.
   */
  readonly reach: readonly string[] | null
  readonly timeMs: number
  readonly memoryMb: number
  /** Whether to measure which blocks of the body ran. */
  readonly coverage: boolean
}

/** One run as the sandbox process gets it. */
export interface SandboxRun {
  /** The JSON text of each argument by position, '' where there is none: objects never cross as objects. */
  readonly inputs: readonly string[]
  /** Whether to run in an isolate that has run nothing, also where another has run the body before. */
  readonly fresh: boolean
  /**
   * After how many good runs of the body, one after the other, this one runs on the process's own thread, which spares
   * a fifth of the time; null for never. The process can do nothing else meanwhile, so that whoever allows it watches
   * the run's time and memory from outside.
   */
  readonly inlineAfter: number | null
}

/** All that the sandbox process gets for a run. */
export interface SandboxWork extends SandboxJob, SandboxRun {}

/** One run as the studio has it. */
export interface SandboxTask extends SandboxWork {
  /** What the inputs were made of. It stays in the studio. */
  readonly input: JsonObject
}

/** Something the guest's runtime saw that the user should know. */
export interface GuestNote {
  readonly code: GuestNoteCode
  /** What is to be said with it, such as the name of a secret; nothing where the code says all. */
  readonly values?: readonly string[]
  /** JSON Pointer into the arguments, where the note is about a value. */
  readonly path?: string
  /** Line in the body, where it is known. */
  readonly line?: number
}

/** A note with room for two values; '' and 0 stand for what is not there. */
export interface RecordedNote {
  readonly code: GuestNoteCode
  readonly value: string
  readonly other: string
  readonly path: string
  readonly line: number
}

/** A stretch of the body by character offsets and how often it ran. */
export interface CoverageRange {
  readonly start: number
  readonly end: number
  readonly count: number
}

/** How a run ended inside a sandbox process. */
export type SandboxEnd = 'completed' | 'threw' | 'timed-out' | 'out-of-memory'

/** What a sandbox process answers to a task; the studio reads it as a {@link SandboxResult}. */
export interface SandboxAnswer {
  /** `returned`: the guest's runtime came to its end and wrote down what became of the lambda, also where that threw. */
  readonly went: 'returned' | 'threw' | 'timed-out' | 'out-of-memory'
  /** What the guest's runtime wrote, as JSON text; null where that is lost. */
  readonly text: string | null
  /** What was thrown past the runtime, where it was. */
  readonly thrown: RunError | null
  readonly durationMs: number
  readonly heapBytes: number
  readonly coverage: readonly CoverageRange[] | null
}

/** What came of a task. */
export interface SandboxResult {
  readonly end: SandboxEnd
  /** The arguments afterwards; null where they could not be read. Those that were not changed are the same objects. */
  readonly arguments: JsonObject | null
  /** What the function returned, where that was asked for and can be carried. */
  readonly returned?: JsonValue
  readonly console: readonly ConsoleEntry[]
  readonly fetches: readonly FetchEntry[]
  readonly notes: readonly GuestNote[]
  readonly error: RunError | null
  readonly durationMs: number
  readonly heapBytes: number
  readonly coverage: readonly CoverageRange[] | null
}

/** Studio to sandbox process: runs in this order, after those that it has; the job is that of the run before if null. */
export type SandboxOrder = readonly { readonly job: SandboxJob | null; readonly run: SandboxRun }[]

/** Sandbox process to studio. */
export type SandboxMessage =
  | { readonly kind: 'ready' }
  /** Answers in the order of their tasks; `leaving`: the process ends after them and takes no more tasks. */
  | { readonly kind: 'answers'; readonly answers: readonly SandboxAnswer[]; readonly leaving: boolean }
