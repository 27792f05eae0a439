import type { CaseFile } from '../../electron/contract/models/case.ts'
import type { RunRequest } from '../../electron/contract/models/run.ts'
import { parseInput } from '../features/inputs/parse-input.ts'
import type { WorkedLambda } from './active-lambda.ts'

type Texts = Pick<WorkedLambda, 'type' | 'engineType' | 'debug' | 'body' | 'input'>

/** What to send for a lambda with its own input; undefined where its input is not one. */
export function requestFor(lambda: Texts, ecmaVersion: number): RunRequest | undefined {
  const parsed = parseInput(lambda.input)
  return parsed.ok ? requestOfCase(lambda, { input: parsed.input }, ecmaVersion) : undefined
}

/** What to send for a lambda with one of its cases. */
export function requestOfCase(
  { type, engineType, debug, body }: Omit<Texts, 'input'>,
  { expect: _expect, property: _property, ...given }: CaseFile,
  ecmaVersion: number,
): RunRequest {
  return { type, engineType, body, ecmaVersion, debug, ...given }
}

/** Whether two requests ask for the same run, forced or not. */
export function isSameRun(now: RunRequest, then: RunRequest): boolean {
  const essence = ({ force: _force, runId: _runId, ...request }: RunRequest): string =>
    JSON.stringify(request)
  return essence(now) === essence(then)
}
