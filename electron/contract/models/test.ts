import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import type { RunReport } from './run.ts'
import { entryName } from './slug.ts'
import type { WorkspaceProblem } from './workspace.ts'
import type { MessageWords } from '../words.ts'

/** Which cases to test. Nothing named means all. */
export const testSelection = z.strictObject({
  /** Only the cases of these lambdas. */
  slugs: z.array(entryName).optional(),
  /** Only these cases. */
  cases: z.array(z.strictObject({ lambda: entryName, case: entryName })).optional(),
  /** Only what failed in the last test of the workspace. */
  failed: z.boolean().optional(),
  /** Stop at the first case that fails. */
  bail: z.boolean().optional(),
  /** Measure which parts of the bodies ran. */
  coverage: z.boolean().optional(),
  /** The part `index` (from 1) of `count` parts that together hold every case once. */
  shard: z.strictObject({ index: z.int().min(1), count: z.int().min(1).max(10_000) }).optional(),
})
export type TestSelection = z.infer<typeof testSelection>

/** One thing that is not as expected; the path is `outcome`, `throws`, `console` or a JSON Pointer. */
export interface CaseFailure extends MessageWords {
  readonly path: string
  /** What the case expects there; left out where it expects nothing to be there. */
  readonly expected?: JsonValue
  /** What is there; left out where nothing is. */
  readonly actual?: JsonValue
  /** The difference in a sentence. */
  readonly message: string
}

/** The smallest input found by a property case that breaks it. */
export interface Counterexample {
  readonly input: JsonObject
  /** Inputs tried until the first that broke it. */
  readonly runs: number
  /** Steps by which it was made smaller. */
  readonly shrinks: number
  readonly seed: number
}

/** How one case went. */
export interface CaseResult {
  readonly lambda: string
  readonly case: string
  /** `skipped`: the case has no expectation, or the test ended before its turn. */
  readonly status: 'passed' | 'failed' | 'skipped'
  readonly failures: readonly CaseFailure[]
  /** Time from start to end of the case, in milliseconds. */
  readonly durationMs: number
  readonly counterexample?: Counterexample
}

/** A result with the report it was drawn from; null where the case was not run. */
export interface CaseReport extends CaseResult {
  readonly report: RunReport | null
}

/** How many cases went which way. */
export interface TestTotals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** How often each line, branch and function of one body ran; lines count from 1. */
export interface LambdaCoverage {
  readonly lambda: string
  readonly lines: readonly { readonly line: number; readonly count: number }[]
  readonly branches: readonly { readonly line: number; readonly column: number; readonly count: number }[]
  readonly functions: readonly { readonly name: string; readonly line: number; readonly count: number }[]
  /** Share of the lines with code that ran, 0 to 100. */
  readonly percent: number
}

/** A test of the workspace, so far or at its end. */
export interface TestRun {
  readonly jobId: string
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly results: readonly CaseResult[]
  readonly totals: TestTotals
  readonly coverage: readonly LambdaCoverage[]
  /** Files that could not be read, whose cases are therefore not among the results. */
  readonly problems: readonly WorkspaceProblem[]
  /** Why it could not be carried out, where it could not. */
  readonly error?: ErrorData
  readonly durationMs: number
}
