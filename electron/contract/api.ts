import type { DirectoryApi } from './api/directory-api.ts'
import type { InstanceApi } from './api/instance-api.ts'
import type { JobApi } from './api/job-api.ts'
import type { LambdaRunApi } from './api/lambda-run-api.ts'
import type { ProgramApi } from './api/program-api.ts'
import type { TestApi } from './api/test-api.ts'
import type { WorkspaceApi } from './api/workspace-api.ts'

/**
 * All that the product can do. Every face calls this and nothing else.
 * The groups from `lambdas` to `eventLog`, except `jobs`, work on the open workspace and fail with `no-workspace` where none is.
 */
export interface StudioApi
  extends ProgramApi, LambdaRunApi, WorkspaceApi, TestApi, InstanceApi, DirectoryApi, JobApi {}
