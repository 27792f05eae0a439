import { availableParallelism } from 'node:os'
import { z } from 'zod'
import type { StudioApi } from '../contract/api.ts'
import { checked, type CheckedApi } from '../contract/checked.ts'
import { serve, type Server } from '../contract/serve.ts'
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
import { hostCalls } from './host/host-calls.ts'
import { offerEmbedded } from './instance/embedded-instance.ts'
import { instanceCalls } from './instance/instance-calls.ts'
import { Instances } from './instance/instances.ts'
import { Jobs } from './jobs/jobs.ts'
import { openLog } from './log/log-file.ts'
import { StudioLog } from './log/studio-log.ts'
import type { StudioPorts } from './ports.ts'
import { runLambda } from './runs/run-lambda.ts'
import { processesAtWork } from './runs/processes-at-work.ts'
import { SandboxPool } from './runs/sandbox-pool.ts'
import type { RunLimits } from './runs/task.ts'
import { fileSettings } from './settings/file-settings.ts'
import { settingCalls } from './settings/setting-calls.ts'
import { Settings } from './settings/settings.ts'
import { shellCalls } from './shell/shell-calls.ts'
import { Sync } from './sync/sync.ts'
import { syncCalls } from './sync/sync-calls.ts'
import { SyncJobs } from './sync/sync-jobs.ts'
import { OpenWorkspace } from './workspace/open-workspace.ts'
import { workspaceCalls } from './workspace/workspace-calls.ts'

/** The studio: all that the product can do, and how to end it. */
export interface Studio {
  readonly api: CheckedApi<StudioApi>
  /** Answers calls by their path, and notes those that fail. */
  readonly server: Server
  /** Ends the sandbox processes; runs under way fail with `studio-closed`. */
  close(): void
}

/** Makes the studio from what its host provides. */
export function createStudio(ports: StudioPorts): Studio {
  const log = new StudioLog(ports.logFolder === undefined ? undefined : openLog(ports.logFolder))
  const emit = log.hearing(ports.emit)
  const { settings: store = fileSettings(), watch = true, writeText } = ports
  const settings = new Settings(store, emit)
  const pool = new PoolOnDemand({ ...ports, emit }, () => settings.runLimits)
  const jobs = new Jobs(emit)
  const { credentials = fileCredentials(), pins = () => null, fetch = globalThis.fetch, embedded } = ports
  const onOpened = async (isNew: boolean): Promise<void> => {
    await settings.read()
    if (embedded) await offerEmbedded(instances, embedded, isNew)
  }
  const open = new OpenWorkspace({ settings: store, emit, watch, writeText, onOpened })
  const instances = new Instances(open, { credentials, pins, fetch, emit })
  const syncJobs = new SyncJobs(jobs, emit)
  const tests = new TestRuns({ open, pool: () => pool.get(), jobs, emit })
  if (ports.keepSpare) pool.get()
  if (watch) settings.watch()
  log.started(ports.host.version)
  const api: CheckedApi<StudioApi> = {
    ...hostCalls(ports, { settings, log }),
    ...settingCalls(settings, ports.openPath),
    ...runCalls(pool, settings),
    shell: shellCalls(ports.shell),
    ...workspaceCalls(open, ports.startFolder),
    cases: caseCalls(open),
    ...testCalls(tests, jobs),
    ...instanceCalls(instances, store),
    ...syncCalls(new Sync({ open, instances, jobs: syncJobs, pool: () => pool.get() }), syncJobs),
    ...assignmentCalls({ open, instances }),
    ...eventLogCalls({ open, instances, jobs, emit }),
    ...directoryCalls({ instances, jobs, pool: () => pool.get() }),
  }
  return {
    api,
    server: log.answering(serve(api, log.fault)),
    close: () => {
      log.closed()
      settings.close()
      jobs.close()
      void open.close()
      pool.close()
    },
  }
}

function runCalls(
  pool: PoolOnDemand,
  settings: Settings,
): Pick<CheckedApi<StudioApi>, 'types' | 'checks' | 'runs'> {
  return {
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
      run: checked([runRequest], async (request) => {
        await settings.known()
        return runLambda(pool.get(), request)
      }),
      cancel: checked([z.string()], (runId) => Promise.resolve(pool.get().cancel(runId))),
    },
  }
}

/** The sandbox processes, started when something is to be run: many commands run nothing. */
class PoolOnDemand {
  readonly #ports: StudioPorts
  readonly #limits: () => RunLimits
  #pool: SandboxPool | null = null

  constructor(ports: StudioPorts, limits: () => RunLimits) {
    this.#ports = ports
    this.#limits = limits
  }

  get(): SandboxPool {
    const { sandbox, keepSpare, emit } = this.#ports
    this.#pool ??= new SandboxPool({
      launcher: sandbox,
      size: processesAtWork(availableParallelism()),
      spares: keepSpare ? 1 : 0,
      limits: this.#limits,
      onChange: (state, restarts) => emit('sandbox.changed', { state, restarts }),
    })
    return this.#pool
  }

  close(): void {
    this.#pool?.close()
  }
}
