import type { ChildProcess } from 'node:child_process'
import type { StudioError } from '../contract/errors.ts'
import type { StudioApi } from '../contract/api.ts'
import type { JsonValue } from '../contract/json.ts'
import type { HostInfo } from '../contract/models/host.ts'
import type { EmitEvent, Unsubscribe } from '../contract/transport.ts'
import type { AddressPins } from './instance/pinned-address.ts'

/** How to start the process that runs lambdas; the host knows where its parts are. */
export interface SandboxLauncher {
  /** A Node 24 executable: the only one that may load isolated-vm. */
  readonly executable: string
  /** The sandbox's entry module. */
  readonly entry: string
  /** Folders the process may read: its own code and its packages, nothing else. */
  readonly readable: readonly string[]
  /** Hands out a process that was started before it was asked for, while there is one. */
  readonly started?: () => ChildProcess | undefined
}

/** Where the user's own settings are kept; what comes back is checked by whoever asked. */
export interface SettingsStore {
  /** Where the file is; null where there is none. */
  readonly file: string | null
  /** All that is kept; with a fault, what was kept when it could last be read. */
  all(): Promise<{ readonly values: Readonly<Record<string, unknown>>; readonly fault: StudioError | null }>
  /** Undefined where nothing was set. */
  get(key: string): Promise<unknown>
  set(key: string, value: JsonValue): Promise<void>
  /** Makes another value of what is kept, while no other program changes it. */
  update(key: string, next: (kept: unknown) => JsonValue): Promise<void>
  remove(key: string): Promise<void>
  /** Tells that the file was changed, by whomever, until the returned function is called. */
  watch(listener: () => void): Unsubscribe
}

/** Opens a file or folder with the program that the system has for it; answers with why it could not. */
export type OpenPath = (path: string) => Promise<string | null>

/** The host's way into the network; the desktop's one knows the system's proxy and certificates. */
export type FetchPort = (request: Request, init?: RequestInit) => Promise<Response>

/** Where API keys are kept; an account is one key's name. Keys never leave the host that keeps them. */
export interface CredentialStore {
  /** Null where none is kept. @throws StudioError `credentials-…` where the store cannot be used */
  get(account: string): Promise<string | null>
  set(account: string, key: string): Promise<void>
  remove(account: string): Promise<void>
  has(account: string): Promise<boolean>
}

/** The embedded instance, which the host starts when it is first asked for. */
export interface EmbeddedPort {
  /** Where it serves, a key that may do everything there, and the tenant to work with. */
  start(): Promise<{ readonly url: string; readonly key: string; readonly tenantId: string | null }>
}

/** The program around the page, for the calls of {@link StudioApi.shell}; see there. */
export type ShellPort = StudioApi['shell']

/** What core needs of its host. */
export interface StudioPorts {
  readonly host: HostInfo
  readonly sandbox: SandboxLauncher
  /** Keep a spare sandbox process ready; a command that runs once does without. */
  readonly keepSpare: boolean
  readonly emit: EmitEvent
  /** Watch the open workspace for outside edits, unless false; a command that runs once does without. */
  readonly watch?: boolean
  /** A folder that the user named at the start, to offer for a new workspace. */
  readonly startFolder?: string
  /** A file in the user's configuration folder where the host has no store of its own. */
  readonly settings?: SettingsStore
  /** Where the host can do that. */
  readonly openPath?: OpenPath
  /** The folder of the log; without one, nothing is logged. */
  readonly logFolder?: string
  /** A file that its owner alone can read where the host has no vault of its own. */
  readonly credentials?: CredentialStore
  /** Where instances must be, whatever studio.json says; a host that does not know leaves it out. */
  readonly pins?: AddressPins
  /** Node's own where the host has no other. */
  readonly fetch?: FetchPort
  /** The window's side of the calls that only a program around the page can answer. */
  readonly shell?: ShellPort
  /** Offered to new workspaces, where the host has one. */
  readonly embedded?: EmbeddedPort
  /** How a file is put on the disk, where it is not the usual way. */
  readonly writeText?: (path: string, text: string) => Promise<void>
}
