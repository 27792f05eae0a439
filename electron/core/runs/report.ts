import type { JsonObject } from '../../contract/json.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Problem } from '../../contract/models/problem.ts'
import type { RunOutcome, RunReport } from '../../contract/models/run.ts'
import type { SandboxResult } from '../../contract/models/sandbox.ts'
import { findChanges } from './changes.ts'
import { consequenceOf } from './consequence.ts'
import { problemsOfLinking, problemsOfNotes } from './run-problems.ts'
import { applyRules } from './rules.ts'

/** What a report is made of, besides what the sandbox answered. */
export interface ReportContext {
  readonly type: LambdaTypeInfo
  readonly input: JsonObject
  /** What the checks found. */
  readonly problems: readonly Problem[]
}

/** The report of a run that the sandbox process answered. */
export function reportOf(context: ReportContext, result: SandboxResult): RunReport {
  const { end, error, durationMs, heapBytes, console, fetches, notes, coverage } = result
  const kept = keptAfter(context, end === 'completed' ? result.arguments : null)
  const told: RunReport = {
    ...endedReport(context, end),
    ...kept,
    consequence: consequenceOf(context.type, end, kept.arguments),
    console,
    fetches,
    error,
    problems: [
      ...context.problems,
      ...problemsOfNotes(notes),
      ...problemsOfLinking(context.type, kept.changes),
    ],
    durationMs: Math.round(durationMs * 1000) / 1000,
    heapBytes,
  }
  return coverage ? { ...told, coverage } : told
}

/**
 * The report of a run of which nothing but its end is known. The arguments are those that went in, because
 * FusionAuth keeps nothing of a lambda that failed.
 */
export function endedReport(context: ReportContext, outcome: RunOutcome): RunReport {
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
    durationMs: 0,
    heapBytes: 0,
  }
}

function keptAfter({ type, input }: ReportContext, after: JsonObject | null) {
  if (!after) return { arguments: input, changes: [], dropped: [] }
  const kept = applyRules(type, input, after)
  return { ...kept, changes: findChanges(input, kept.arguments) }
}
