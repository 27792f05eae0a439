import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { runRequest } from '../../contract/models/run.ts'
import type { Settings } from '../settings/settings.ts'
import { runLambda } from './run-lambda.ts'
import type { SandboxPool } from './sandbox-pool.ts'

/** What single runs need of the studio. */
export interface RunPorts {
  readonly pool: () => SandboxPool
  readonly settings: Settings
}

/** The calls that run one lambda. */
export function runCalls({ pool, settings }: RunPorts): Pick<CheckedApi<StudioApi>, 'runs'> {
  return {
    runs: {
      run: checked([runRequest], async (request) => {
        await settings.known()
        return runLambda(pool(), request)
      }),
      cancel: checked([z.string()], (runId) => Promise.resolve(pool().cancel(runId))),
    },
  }
}
