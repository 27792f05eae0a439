import { StudioError } from '../../contract/errors.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Problem } from '../../contract/models/problem.ts'
import type { RunReport, RunRequest } from '../../contract/models/run.ts'
import { describeLambdaType } from '../catalogue/catalogue.ts'
import { checkBody } from '../checks/check-body.ts'
import { endedReport, reportOf, type ReportContext } from './report.ts'
import { problemsOfType } from './run-problems.ts'
import type { SandboxPool } from './sandbox-pool.ts'
import type { TaskEnd } from './sandbox-process.ts'
import { taskOf } from './task.ts'

/** FusionAuth's documentation points at GraalVM 22.0, which is ECMAScript 2021 unless told otherwise. */
const ecmaVersion = 2021

/**
 * Runs one lambda on one input and reports what FusionAuth would make of it.
 * @throws StudioError `input-too-large`, `run-cancelled`, `sandbox-unavailable`, `studio-closed`
 */
export async function runLambda(pool: SandboxPool, request: RunRequest): Promise<RunReport> {
  const type = describeLambdaType(request.type)
  const context: ReportContext = { type, input: request.input, problems: problemsBefore(request, type) }
  const isRefused = context.problems.some(({ severity }) => severity === 'error')
  if (isRefused && !request.force) return endedReport(context, 'refused')
  return reportOfEnd(context, await pool.run(taskOf(request, type, ecmaVersion), request.runId))
}

function problemsBefore(
  { body, engineType = 'GraalJS' }: RunRequest,
  lambdaType: LambdaTypeInfo,
): readonly Problem[] {
  return [...problemsOfType(lambdaType), ...checkBody({ lambdaType, engineType, body, ecmaVersion })]
}

function reportOfEnd(context: ReportContext, end: TaskEnd): RunReport {
  switch (end.kind) {
    case 'answered':
      return reportOf(context, end.result)
    case 'died':
      return endedReport(context, end.outOfMemory ? 'out-of-memory' : 'crashed')
    case 'killed':
      if (end.why === 'time') return endedReport(context, 'timed-out')
      throw ended(end.why)
    case 'unavailable':
      throw unavailable(end.complaint)
  }
}

function ended(why: 'cancelled' | 'closed'): StudioError {
  return why === 'cancelled'
    ? new StudioError({
        code: 'run-cancelled',
        message: 'The run was cancelled.',
        hint: 'Run it again when you want its result.',
      })
    : new StudioError({
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
