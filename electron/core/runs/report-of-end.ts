import { StudioError } from '../../contract/errors.ts'
import type { RunOutcome, RunReport } from '../../contract/models/run.ts'
import type { TaskEnd } from './order.ts'
import { endedReport, reportOf, type ReportContext } from './report.ts'
import { consoleLost } from './run-problems.ts'

/**
 * The report of a run, however it ended.
 * @throws StudioError `run-cancelled`, `studio-closed`, `sandbox-unavailable`: then there is nothing to report
 */
export function reportOfEnd(context: ReportContext, end: TaskEnd): RunReport {
  switch (end.kind) {
    case 'answered':
      return reportOf(context, end.result)
    case 'died':
      return lostReport(context, end.outOfMemory ? 'out-of-memory' : 'crashed', end.elapsedMs)
    case 'killed':
      if (end.why === 'time') return lostReport(context, 'timed-out', end.elapsedMs)
      throw end.why === 'cancelled' ? cancelled() : closed()
    case 'unavailable':
      throw unavailable(end.complaint)
  }
}

/** A run whose process went with it. The time is what passed until then. */
function lostReport(context: ReportContext, outcome: RunOutcome, elapsedMs: number): RunReport {
  const problems = [...context.problems, consoleLost]
  return endedReport({ ...context, problems }, outcome, elapsedMs)
}

function cancelled(): StudioError {
  return new StudioError({
    code: 'run-cancelled',
    message: 'The run was cancelled.',
    hint: 'Run it again when you want its result.',
  })
}

function closed(): StudioError {
  return new StudioError({
    code: 'studio-closed',
    message: 'The studio was closed during the run.',
    hint: 'Start the studio again.',
  })
}

function unavailable(complaint: string): StudioError {
  return new StudioError(
    {
      code: 'sandbox-unavailable',
      message: 'The process that runs lambdas did not start.',
      hint: 'Install the studio again with npm ci; it brings the Node 24 and the isolated-vm that the process needs.',
    },
    { cause: complaint },
  )
}
