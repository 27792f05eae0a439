import type { JsonObject } from '../../contract/json.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { RunReport, RunRequest } from '../../contract/models/run.ts'
import type { SandboxTask } from '../../contract/models/sandbox.ts'
import { describeLambdaType } from '../catalogue/catalogue.ts'
import { checkBodyOnce } from '../checks/check-cache.ts'
import { defaultEcmaVersion } from '../checks/ecma-version.ts'
import { endedReport, type ReportContext } from './report.ts'
import { reportOfEnd } from './report-of-end.ts'
import { problemsOfInput, problemsOfType } from './run-problems.ts'
import type { SandboxPool } from './sandbox-pool.ts'
import type { RunLimits } from './run-limits.ts'
import { parametersOf, taskOf } from './task.ts'

/** A run that the checks allow. */
export interface PreparedRun {
  readonly context: ReportContext
  readonly task: SandboxTask
}

/**
 * Runs one lambda on one input and reports what FusionAuth would make of it.
 * @throws StudioError `input-too-large`, `input-too-deep`, `body-too-large`, `run-cancelled`, `sandbox-unavailable`, `studio-closed`
 */
export async function runLambda(pool: SandboxPool, request: RunRequest): Promise<RunReport> {
  const prepared = prepareRun(request, pool.limits)
  if ('outcome' in prepared) return prepared
  return reportOfEnd(prepared.context, await pool.run(prepared.task, request.runId))
}

/**
 * Checks a request: gives the report where the checks refuse the body, else what is to be run.
 * @throws StudioError `input-too-large`, `input-too-deep`, `body-too-large`
 */
export function prepareRun(request: RunRequest, limits: RunLimits): PreparedRun | RunReport {
  const type = describeLambdaType(request.type)
  const { body, engineType = 'GraalJS', ecmaVersion = defaultEcmaVersion } = request
  const problems = [
    ...problemsOfType(type),
    ...problemsOfInput(type, request.input),
    ...checkBodyOnce({ lambdaType: type, engineType, body, ecmaVersion }),
  ]
  const context: ReportContext = { type, input: passedOf(type, request.input), problems }
  const isRefused = problems.some(({ severity }) => severity === 'error')
  if (isRefused && !request.force) return endedReport(context, 'refused')
  return { context, task: taskOf(request, type, ecmaVersion, limits) }
}

/** The part of an input that the lambda gets. */
function passedOf(type: LambdaTypeInfo, input: JsonObject): JsonObject {
  const parameters = parametersOf(type, input)
  return Object.fromEntries(Object.entries(input).filter(([name]) => parameters.includes(name)))
}
