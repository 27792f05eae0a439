import { availableParallelism } from 'node:os'
import { z } from 'zod'
import type { StudioApi } from '../contract/api.ts'
import { checked, type CheckedApi } from '../contract/checked.ts'
import { runRequest } from '../contract/models/run.ts'
import { lambdaTypes } from './catalogue/catalogue.ts'
import type { StudioPorts } from './ports.ts'
import { runLambda } from './runs/run-lambda.ts'
import { SandboxPool } from './runs/sandbox-pool.ts'

/** The studio: all that the product can do, and how to end it. */
export interface Studio {
  readonly api: CheckedApi<StudioApi>
  /** Ends the sandbox processes; runs under way fail with `studio-closed`. */
  close(): void
}

/** Makes the studio from what its host provides. */
export function createStudio(ports: StudioPorts): Studio {
  const pool = new SandboxPool({
    launcher: ports.sandbox,
    size: Math.min(4, availableParallelism()),
    spares: ports.keepSpare ? 1 : 0,
    onChange: (state, restarts) => ports.emit('sandbox.changed', { state, restarts }),
  })
  return { api: createApi(ports, pool), close: () => pool.close() }
}

function createApi(ports: StudioPorts, pool: SandboxPool): CheckedApi<StudioApi> {
  return {
    host: { info: checked([], () => Promise.resolve(ports.host)) },
    types: { list: checked([], () => Promise.resolve(lambdaTypes)) },
    runs: {
      run: checked([runRequest], (request) => runLambda(pool, request)),
      cancel: checked([z.string()], (runId) => Promise.resolve(pool.cancel(runId))),
    },
  }
}
