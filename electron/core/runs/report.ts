import type { JsonObject } from '../../contract/json.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Problem } from '../../contract/models/problem.ts'
import type { RunOutcome, RunReport, ValueChange } from '../../contract/models/run.ts'
import type { SandboxResult } from '../../contract/models/sandbox.ts'
import { findChanges } from './changes.ts'
import { consequenceOf } from './consequence.ts'
import { valueAt } from './json-pointer.ts'
import { problemsOfCaps, problemsOfLinking, problemsOfNotes } from './run-problems.ts'
import { applyRules, type KeptArguments } from './rules.ts'

/** What a report is made of, besides what the sandbox answered. */
export interface ReportContext {
  readonly type: LambdaTypeInfo
  /** What the lambda got, keyed by parameter name. */
  readonly input: JsonObject
  /** What the checks found. */
  readonly problems: readonly Problem[]
}

/** The report of a run that the sandbox process answered. */
export function reportOf(context: ReportContext, result: SandboxResult): RunReport {
  const { end, error, durationMs, heapBytes, console, fetches, notes, coverage, returned } = result
  const kept = keptAfter(context, end === 'completed' ? result : { ...result, arguments: null })
  return {
    ...endedReport(context, end),
    ...kept,
    consequence: consequenceOf(context.type, end, kept.arguments),
    console,
    fetches,
    error,
    problems: [
      ...context.problems,
      ...problemsOfNotes(notes).filter((problem) => !isKnown(context.problems, problem)),
      ...problemsOfCaps(kept.changes.length, kept.dropped.length),
      ...problemsOfLinking(context.type, kept.changes),
    ],
    durationMs: rounded(durationMs),
    heapBytes,
    ...(coverage && { coverage }),
    ...(returned !== undefined && end === 'completed' && { returned }),
  }
}

/**
 * The report of a run of which nothing but its end is known. The arguments are those that went in, because
 * FusionAuth keeps nothing of a lambda that failed.
 */
export function endedReport(context: ReportContext, outcome: RunOutcome, durationMs = 0): RunReport {
  return {
    outcome,
    arguments: context.input,
    changes: [],
    dropped: [],
    console: [],
    fetches: [],
    error: null,
    problems: context.problems,
    consequence: consequenceOf(context.type, outcome, context.input),
    durationMs: rounded(durationMs),
    heapBytes: 0,
  }
}

interface Kept extends KeptArguments {
  readonly changes: readonly ValueChange[]
}

function keptAfter({ type, input }: ReportContext, { arguments: after, notes }: SandboxResult): Kept {
  if (!after) return { arguments: input, changes: [], dropped: [] }
  const kept = applyRules(type, input, after)
  const changes = findChanges(input, kept.arguments)
  if (!notes.some(({ code }) => code === 'output-capped')) return { ...kept, changes }
  // What the cap left out looks like what the lambda removed.
  return {
    arguments: kept.arguments,
    changes: changes.filter(({ kind }) => kind !== 'removed'),
    dropped: kept.dropped.filter(({ path }) => valueAt(after, path) !== undefined),
  }
}

/** Some of what the run shows the checks have said of the same line. */
function isKnown(problems: readonly Problem[], { code, line }: Problem): boolean {
  return problems.some((known) => known.code === code && known.line === line)
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}
