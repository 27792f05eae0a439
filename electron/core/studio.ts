import { availableParallelism } from 'node:os'
import type { StudioApi } from '../contract/api.ts'
import { once } from '../contract/once.ts'
import { serve, type Server } from '../contract/serve.ts'
import { fileCredentials } from './credentials/file-credentials.ts'
import { Jobs } from './jobs/jobs.ts'
import { openLog } from './log/log-file.ts'
import { StudioLog } from './log/studio-log.ts'
import type { Instances } from './instance/instances.ts'
import type { EmbeddedPort, StudioPorts } from './ports.ts'
import { processesAtWork } from './runs/processes-at-work.ts'
import { SandboxPool } from './runs/sandbox-pool.ts'
import type { RunLimits } from './runs/run-limits.ts'
import { fileSettings } from './settings/file-settings.ts'
import { Settings } from './settings/settings.ts'
import { studioApi } from './studio-api.ts'
import { OpenWorkspace } from './workspace/open-workspace.ts'

/** The studio: all that the product can do, and how to end it. */
export interface Studio {
  readonly api: StudioApi
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
  const sandboxes = new PoolOnDemand({ ...ports, emit }, () => settings.runLimits)
  const jobs = new Jobs(emit)
  const onOpened = async (isNew: boolean): Promise<void> => {
    await settings.read()
    if (ports.embedded) await offerEmbedded(await instances(), ports.embedded, isNew)
  }
  const open = new OpenWorkspace({ settings: store, emit, watch, writeText, onOpened })
  const instances = once(() => createInstances(open, { ...ports, emit }))
  if (ports.keepSpare) sandboxes.get()
  if (watch) settings.watch()
  log.started(ports.host.version)
  const pool = (): SandboxPool => sandboxes.get()
  const api = studioApi({ ports, log, store, settings, open, jobs, emit, pool, instances })
  return {
    api,
    server: log.answering(serve(api, log.fault)),
    close: () => {
      log.closed()
      settings.close()
      jobs.close()
      void open.close()
      sandboxes.close()
    },
  }
}

async function createInstances(
  open: OpenWorkspace,
  { credentials = fileCredentials(), pins = () => null, fetch = globalThis.fetch, emit }: StudioPorts,
): Promise<Instances> {
  const { Instances } = await import('./instance/instances.ts')
  return new Instances(open, { credentials, pins, fetch, emit })
}

async function offerEmbedded(instances: Instances, embedded: EmbeddedPort, isNew: boolean): Promise<void> {
  const module = await import('./instance/embedded-instance.ts')
  await module.offerEmbedded(instances, embedded, isNew)
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
