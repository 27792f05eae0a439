import { StudioError } from '../../contract/errors.ts'
import type { RunReport } from '../../contract/models/run.ts'
import type { TaskEnd } from './order.ts'
import { endedReport, reportOf, type ReportContext } from './report.ts'

/**
 * The report of a run, however it ended.
 * @throws StudioError `run-cancelled`, `studio-closed`, `sandbox-unavailable`: then there is nothing to report
 */
export function reportOfEnd(context: ReportContext, end: TaskEnd): RunReport {
  switch (end.kind) {
    case 'answered':
      return reportOf(context, end.result)
    case 'died':
      return endedReport(context, end.outOfMemory ? 'out-of-memory' : 'crashed')
    case 'killed':
      if (end.why === 'time') return endedReport(context, 'timed-out')
      throw end.why === 'cancelled' ? cancelled() : closed()
    case 'unavailable':
      throw unavailable(end.complaint)
  }
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
