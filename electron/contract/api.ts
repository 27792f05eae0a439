import type { HostInfo } from './models/host.ts'
import type { LambdaTypeInfo } from './models/lambda-type.ts'
import type { RunReport, RunRequest } from './models/run.ts'

/** All that the product can do. Every face calls this and nothing else. */
export interface StudioApi {
  readonly host: {
    /** What this host is and can do. */
    info(): Promise<HostInfo>
  }
  readonly types: {
    /** Every lambda type in the catalogue. */
    list(): Promise<readonly LambdaTypeInfo[]>
  }
  readonly runs: {
    /** Runs one lambda on one input. The outcome is in the report; only an unusable request is an error. */
    run(request: RunRequest): Promise<RunReport>
    /** Ends the run that was started with this `runId`; false where none is under way. */
    cancel(runId: string): Promise<boolean>
  }
}
