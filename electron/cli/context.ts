import { resolve } from 'node:path'
import type { StudioApi } from '../contract/api.ts'
import type { HostInfo } from '../contract/models/host.ts'
import type { EmitEvent } from '../contract/transport.ts'
import { environmentCredentials, environmentPins } from '../core/credentials/environment-credentials.ts'
import { fileCredentials } from '../core/credentials/file-credentials.ts'
import type { SandboxLauncher, SettingsStore } from '../core/ports.ts'
import { createStudio, type Studio } from '../core/studio.ts'
import type { ExitCode } from './exit-code.ts'
import type { Output, Streams } from './output.ts'

/** The process that the command line runs in. */
export interface CliProcess extends Streams {
  /** `import.meta.url` of the entry module. */
  readonly entryUrl: string
  readonly sandbox: SandboxLauncher
  readonly host: HostInfo
  readonly environment: Readonly<Record<string, string | undefined>>
  readStdin(): Promise<string>
  /** Asks the person at the terminal; null where there is none. A secret is not shown while it is typed. */
  ask(question: string, kind?: 'secret'): Promise<string | null>
  /** Resolves when the user asks the process to end. */
  interrupted(): Promise<void>
}

/** A command leaves no trace among the user's settings, such as in the list of recent workspaces. */
const forgetfulSettings: SettingsStore = {
  file: null,
  all: () => Promise.resolve({ values: {}, fault: null }),
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  update: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  watch: () => () => undefined,
}

/** What a command works with. */
export interface CommandContext {
  readonly process: CliProcess
  readonly output: Output
  /** The studio, started at the first call and closed when the command ends. */
  studio(options?: StudioOptions): StudioApi
  /** The studio with a workspace open: that of the folder, or the nearest one upward from where the user is. */
  workspace(folder: string | undefined, options?: StudioOptions): Promise<StudioApi>
  /** Sets what the process ends with where it is not 0. */
  end(code: ExitCode): void
}

/** What the first caller may ask of the studio. */
export interface StudioOptions {
  /** Stay ready: notice outside edits, and keep a sandbox process warm. */
  readonly stay?: boolean
  readonly emit?: EmitEvent
}

/** Gives commands a studio that is only started if one asks for it. */
export class StudioOnDemand {
  #studio: Studio | null = null
  readonly #process: CliProcess

  constructor(process: CliProcess) {
    this.#process = process
  }

  get({ stay = false, emit = () => undefined }: StudioOptions = {}): StudioApi {
    this.#studio ??= createStudio({
      host: this.#process.host,
      sandbox: this.#process.sandbox,
      keepSpare: stay,
      watch: stay,
      settings: forgetfulSettings,
      credentials: environmentCredentials(this.#process.environment, fileCredentials()),
      pins: environmentPins(this.#process.environment),
      emit,
    })
    return this.#studio.api
  }

  async open(folder: string | undefined, options?: StudioOptions): Promise<StudioApi> {
    const api = this.get(options)
    await api.workspace.open(resolve(folder ?? '.'))
    return api
  }

  close(): void {
    this.#studio?.close()
  }
}
