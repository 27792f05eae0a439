import { app, shell as system, type BrowserWindow } from 'electron'
import { EventHub } from '../contract/event-hub.ts'
import type { HostInfo } from '../contract/models/host.ts'
import type { Job } from '../contract/models/job.ts'
import type { WorkspacePlace } from '../contract/models/shell.ts'
import { pageOrigin } from '../contract/page-address.ts'
import type { Server } from '../contract/serve.ts'
import type { CredentialStore, EmbeddedPort, SandboxLauncher, SettingsStore } from '../core/ports.ts'
import { createStudio, type Studio } from '../core/studio.ts'
import { addOpener } from './add-opener.ts'
import { Arrivals } from './arrivals.ts'
import { forwardEvents } from './ipc.ts'
import { makeWindow } from './make-window.ts'
import type { WindowPlace } from './place-window.ts'
import { recoverPage } from './recover-page.ts'
import { noteWorkspace } from './show-menu.ts'
import { systemFetch } from './system-fetch.ts'
import { keepWindowPlace } from './window-places.ts'
import { windowShell } from './window-shell.ts'

/** What all windows of the program share. */
export interface SharedPorts {
  /** The folder of the installation. */
  readonly root: string
  readonly host: HostInfo
  readonly sandbox: SandboxLauncher
  readonly settings: SettingsStore
  readonly credentials: CredentialStore
  readonly embedded: EmbeddedPort
}

/** What a window asks of those who know the other windows. */
export interface WindowOwner {
  placeWorkspace(folder: string, from: number): Promise<WorkspacePlace>
  openWindow(): Promise<void>
  checkForUpdate(): Promise<void>
  workspaceOpened(): void
  jobChanged(): void
  /** The user kept a window open that was to close. */
  stayed(): void
}

/** One window with a studio of its own: its page reaches no other. */
export class StudioWindow {
  readonly window: BrowserWindow
  readonly studio: Studio
  readonly server: Server
  readonly arrivals: Arrivals
  /** Of the page's contents; kept, because the contents are gone with the window. */
  readonly id: number
  readonly #shared: SharedPorts
  readonly #hub = new EventHub()

  constructor(shared: SharedPorts, owner: WindowOwner, place: WindowPlace, startFolder: string | null) {
    this.#shared = shared
    this.window = makeWindow(shared.root, place)
    this.id = this.window.webContents.id
    this.arrivals = new Arrivals(this.#hub.emit)
    this.studio = this.#makeStudio(owner, startFolder)
    this.server = this.studio.server
    forwardEvents(this.#hub, this.window.webContents)
    recoverPage(this.window, (notice) => this.arrivals.add({ kind: 'notice', notice }))
    this.#hub.subscribe((event, payload) => {
      if (event === 'jobs.changed') owner.jobChanged()
      if (event !== 'workspace.opened' || !('folder' in payload) || payload.folder === null) return
      noteWorkspace(this.window, payload.folder)
      owner.workspaceOpened()
    })
  }

  /** Loads the page and shows the window once there is something to see. */
  load(isMaximized: boolean): void {
    this.window.once('ready-to-show', () => {
      if (isMaximized) this.window.maximize()
      this.window.show()
    })
    // A page that is closed or crashes while it loads is not loaded; whoever sees to that hears of it otherwise.
    this.window.loadURL(`${pageOrigin}/`).catch(() => undefined)
  }

  /** Brings the window to the front. */
  focus(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.focus()
  }

  async folder(): Promise<string | null> {
    return (await this.studio.api.workspace.current())?.folder ?? null
  }

  /** Whether work is under way that an update would cut short. Following an event log is none. */
  isBusy(): Promise<boolean> {
    return this.#hasJob(({ kind }) => kind !== 'event-log')
  }

  async #hasJob(counts: (job: Job) => boolean): Promise<boolean> {
    return (await this.studio.api.jobs.list()).some((job) => job.state === 'running' && counts(job))
  }

  #makeStudio(owner: WindowOwner, startFolder: string | null): Studio {
    const { host, sandbox, settings, credentials, embedded } = this.#shared
    const { emit } = this.#hub
    const shell = windowShell(this.window, {
      emit,
      arrivals: this.arrivals,
      placeWorkspace: (folder) => owner.placeWorkspace(folder, this.id),
      addOpener: async () => addOpener(await this.folder()),
      openWindow: () => owner.openWindow(),
      checkForUpdate: () => owner.checkForUpdate(),
      isWriting: () => this.#hasJob(({ kind }) => kind === 'sync' || kind === 'members'),
      keepPlace: () => this.#keepPlace(),
      stayed: () => owner.stayed(),
    })
    const start = startFolder === null ? {} : { startFolder }
    const ports = { host, sandbox, settings, credentials, embedded, shell, ...start }
    return createStudio({
      ...ports,
      emit,
      keepSpare: true,
      fetch: systemFetch,
      logFolder: app.getPath('logs'),
      openPath: async (path) => (await system.openPath(path)) || null,
    })
  }

  async #keepPlace(): Promise<void> {
    const folder = await this.folder()
    if (folder === null || this.window.isDestroyed()) return
    const place = { bounds: this.window.getNormalBounds(), isMaximized: this.window.isMaximized() }
    // A settings file that cannot be written to is said where settings are, and keeps no window open.
    await keepWindowPlace(this.#shared.settings, folder, place).catch(() => undefined)
  }
}
