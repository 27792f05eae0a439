import type { StudioApi } from '../contract/api.ts'
import type { HostInfo } from '../contract/models/host.ts'
import { sandboxLauncher } from '../core/runs/sandbox-launcher.ts'
import { createStudio, type Studio } from '../core/studio.ts'
import type { ExitCode } from './exit-code.ts'
import type { Output, Streams } from './output.ts'

/** The process that the command line runs in. */
export interface CliProcess extends Streams {
  /** `import.meta.url` of the entry module. */
  readonly entryUrl: string
  readonly host: HostInfo
  readStdin(): Promise<string>
  /** Resolves when the user asks the process to end. */
  interrupted(): Promise<void>
}

/** What a command works with. */
export interface CommandContext {
  readonly process: CliProcess
  readonly output: Output
  /** The studio, started at the first call and closed when the command ends. */
  studio(): StudioApi
  /** Sets what the process ends with where it is not 0. */
  end(code: ExitCode): void
}

/** Gives commands a studio that is only started if one asks for it. */
export class StudioOnDemand {
  #studio: Studio | null = null
  readonly #process: CliProcess

  constructor(process: CliProcess) {
    this.#process = process
  }

  get(): StudioApi {
    this.#studio ??= createStudio({
      host: this.#process.host,
      sandbox: sandboxLauncher(this.#process.entryUrl),
      keepSpare: false,
      emit: () => undefined,
    })
    return this.#studio.api
  }

  close(): void {
    this.#studio?.close()
  }
}
