import { availableParallelism } from 'node:os'
import { z } from 'zod'
import type { StudioApi } from '../contract/api.ts'
import { checked, type CheckedApi } from '../contract/checked.ts'
import { checkRequest } from '../contract/models/check.ts'
import { runRequest } from '../contract/models/run.ts'
import { assignmentCalls } from './assignments/assignment-calls.ts'
import { caseCalls } from './cases/case-calls.ts'
import { testCalls } from './cases/test-calls.ts'
import { TestRuns } from './cases/test-runs.ts'
import { describeLambdaType, lambdaTypes } from './catalogue/catalogue.ts'
import { inputSchemaOf } from './catalogue/input-schema.ts'
import { checkBodyOnce } from './checks/check-cache.ts'
import { defaultEcmaVersion } from './checks/ecma-version.ts'
import { fileCredentials } from './credentials/file-credentials.ts'
import { directoryCalls } from './directory/directory-calls.ts'
import { eventLogCalls } from './event-log/event-log-calls.ts'
import { offerEmbedded } from './instance/embedded-instance.ts'
import { instanceCalls } from './instance/instance-calls.ts'
import { Instances } from './instance/instances.ts'
import { Jobs } from './jobs/jobs.ts'
import type { StudioPorts } from './ports.ts'
import { runLambda } from './runs/run-lambda.ts'
import { SandboxPool } from './runs/sandbox-pool.ts'
import { fileSettings } from './settings/file-settings.ts'
import { shellCalls } from './shell/shell-calls.ts'
import { Sync } from './sync/sync.ts'
import { syncCalls } from './sync/sync-calls.ts'
import { SyncJobs } from './sync/sync-jobs.ts'
import { OpenWorkspace } from './workspace/open-workspace.ts'
import { workspaceCalls } from './workspace/workspace-calls.ts'

/** The studio: all that the product can do, and how to end it. */
export interface Studio {
  readonly api: CheckedApi<StudioApi>
  /** Ends the sandbox processes; runs under way fail with `studio-closed`. */
  close(): void
}

/** Makes the studio from what its host provides. */
export function createStudio(ports: StudioPorts): Studio {
  const pool = new PoolOnDemand(ports)
  const jobs = new Jobs(ports.emit)
  const { emit, settings = fileSettings(), watch = true, writeText } = ports
  const { credentials = fileCredentials(), fetch = globalThis.fetch, embedded } = ports
  const onOpened = async (isNew: boolean): Promise<void> => {
    if (embedded) await offerEmbedded(instances, embedded, isNew)
  }
  const open = new OpenWorkspace({ settings, emit, watch, writeText, onOpened })
  const instances = new Instances(open, { credentials, fetch, emit })
  const syncJobs = new SyncJobs(jobs, emit)
  const tests = new TestRuns({ open, pool: () => pool.get(), jobs, emit })
  if (ports.keepSpare) pool.get()
  return {
    api: {
      ...runCalls(ports, pool),
      shell: shellCalls(ports.shell),
      ...workspaceCalls(open, ports.startFolder),
      cases: caseCalls(open),
      ...testCalls(tests, jobs),
      ...instanceCalls(instances, settings),
      ...syncCalls(new Sync({ open, instances, jobs: syncJobs, pool: () => pool.get() }), syncJobs),
      ...assignmentCalls({ open, instances }),
      ...eventLogCalls({ open, instances, jobs, emit }),
      ...directoryCalls({ instances, jobs, pool: () => pool.get() }),
    },
    close: () => {
      jobs.close()
      void open.close()
      pool.close()
    },
  }
}

function runCalls(
  ports: StudioPorts,
  pool: PoolOnDemand,
): Pick<CheckedApi<StudioApi>, 'host' | 'types' | 'checks' | 'runs'> {
  return {
    host: { info: checked([], () => Promise.resolve(ports.host)) },
    types: {
      list: checked([], () => Promise.resolve(lambdaTypes)),
      inputSchema: checked([z.string()], (type) => Promise.resolve(inputSchemaOf(type))),
    },
    checks: {
      check: checked([checkRequest], ({ type, ecmaVersion = defaultEcmaVersion, ...request }) =>
        Promise.resolve(checkBodyOnce({ ...request, lambdaType: describeLambdaType(type), ecmaVersion })),
      ),
    },
    runs: {
      run: checked([runRequest], (request) => runLambda(pool.get(), request)),
      cancel: checked([z.string()], (runId) => Promise.resolve(pool.get().cancel(runId))),
    },
  }
}

/** The sandbox processes, started when something is to be run: many commands run nothing. */
class PoolOnDemand {
  readonly #ports: StudioPorts
  #pool: SandboxPool | null = null

  constructor(ports: StudioPorts) {
    this.#ports = ports
  }

  get(): SandboxPool {
    const { sandbox, keepSpare, emit } = this.#ports
    this.#pool ??= new SandboxPool({
      launcher: sandbox,
      size: Math.min(4, availableParallelism()),
      spares: keepSpare ? 1 : 0,
      onChange: (state, restarts) => emit('sandbox.changed', { state, restarts }),
    })
    return this.#pool
  }

  close(): void {
    this.#pool?.close()
  }
}
