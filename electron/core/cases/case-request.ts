import type { CaseFile } from '../../contract/models/case.ts'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { RunRequest } from '../../contract/models/run.ts'

/** How a test runs its cases. */
export interface CaseRunOptions {
  readonly ecmaVersion: number
  readonly coverage: boolean
}

/** The run that a case asks for; what it leaves out comes from its lambda. */
export function requestOfCase(lambda: Lambda, content: CaseFile, options: CaseRunOptions): RunRequest {
  const { input, fetch, secrets, clock, seed, debug = lambda.debug } = content
  return {
    type: lambda.type,
    engineType: lambda.engineType,
    body: lambda.body,
    ecmaVersion: options.ecmaVersion,
    input,
    debug,
    ...(fetch && { fetch }),
    ...(secrets && { secrets }),
    ...(clock !== undefined && { clock }),
    ...(seed !== undefined && { seed }),
    ...(options.coverage && { coverage: true }),
  }
}
