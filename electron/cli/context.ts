import { resolve } from 'node:path'
import type { StudioApi } from '../contract/api.ts'
import type { HostInfo } from '../contract/models/host.ts'
import type { EmitEvent } from '../contract/transport.ts'
import type { SandboxLauncher } from '../core/ports.ts'
import type { Studio } from '../core/studio.ts'
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

/** What a command works with. */
export interface CommandContext {
  readonly process: CliProcess
  readonly output: Output
  /** The studio, started at the first call and closed when the command ends. */
  studio(options?: StudioOptions): Promise<StudioApi>
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

/** Gives commands a studio that is only loaded and started if one asks for it. */
export class StudioOnDemand {
  #studio: Promise<Studio> | null = null
  readonly #process: CliProcess

  constructor(process: CliProcess) {
    this.#process = process
  }

  async get(options: StudioOptions = {}): Promise<StudioApi> {
    this.#studio ??= this.#start(options)
    return (await this.#studio).api
  }

  async open(folder: string | undefined, options?: StudioOptions): Promise<StudioApi> {
    const api = await this.get(options)
    await api.workspace.open(resolve(folder ?? '.'))
    return api
  }

  /** Ends the studio; one that could not be started has told that to who asked for it. */
  async close(): Promise<void> {
    const studio = await this.#studio?.catch(() => null)
    studio?.close()
  }

  async #start(options: StudioOptions): Promise<Studio> {
    const { startCommandStudio } = await import('./command-studio.ts')
    return startCommandStudio(this.#process, options)
  }
}
