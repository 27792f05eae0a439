import type { JsonObject } from '../json.ts'
import type { CheckRequest } from '../models/check.ts'
import type { LambdaTypeInfo } from '../models/lambda-type.ts'
import type { Problem } from '../models/problem.ts'
import type { RunReport, RunRequest } from '../models/run.ts'

/** What can be known of a lambda without a workspace: its type, what is wrong with it, what it does. */
export interface LambdaRunApi {
  readonly types: {
    /** Every lambda type in the catalogue. */
    list(): Promise<readonly LambdaTypeInfo[]>
    /** The JSON Schema of an input of this type; any object for a type that is not known. */
    inputSchema(type: string): Promise<JsonObject>
  }
  readonly checks: {
    /** What FusionAuth would refuse, drop or do otherwise than the body seems to expect; nothing is run. */
    check(request: CheckRequest): Promise<readonly Problem[]>
  }
  readonly runs: {
    /** Runs one lambda on one input. The outcome is in the report; only an unusable request is an error. */
    run(request: RunRequest): Promise<RunReport>
    /** Ends the run that was started with this `runId`; false where none is under way. */
    cancel(runId: string): Promise<boolean>
  }
}
