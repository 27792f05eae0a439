import { app, BrowserWindow } from 'electron'
import { toErrorData, type ErrorData } from '../contract/errors.ts'
import type { WorkspacePlace } from '../contract/models/shell.ts'
import type { Server } from '../contract/serve.ts'
import { findWorkspace, notAWorkspace } from '../core/workspace/find-workspace.ts'
import { Queue } from '../core/workspace/queue.ts'
import { Departure } from './departure.ts'
import { keepOpenWorkspaces } from './open-workspaces.ts'
import { placeWindow } from './place-window.ts'
import { planWindow, type KnownWindow } from './plan-window.ts'
import { workAreas } from './screens.ts'
import { Signal } from './signal.ts'
import { StudioWindow, type SharedPorts, type WindowOwner } from './studio-window.ts'
import { readWindowPlace } from './window-places.ts'

/** All windows: one for each workspace, and one without where the user is to choose. */
export class StudioWindows implements WindowOwner {
  readonly #shared: SharedPorts
  readonly #checkForUpdate: () => Promise<void>
  readonly #windows = new Map<number, StudioWindow>()
  /** Two requests for one workspace must not come to two windows. */
  readonly #queue = new Queue()
  readonly #jobChanged = new Signal()
  readonly departure = new Departure()

  constructor(shared: SharedPorts, checkForUpdate: () => Promise<void>) {
    this.#shared = shared
    this.#checkForUpdate = checkForUpdate
  }

  readonly serverOf = (contentsId: number): Server | undefined => this.#windows.get(contentsId)?.server

  /** Shows the workspace of a folder in its window, with one of its lambdas where that is asked for. */
  open(folder: string, lambda: string | null = null): Promise<void> {
    return this.#queue.add(async () => {
      const root = await findWorkspace(folder).catch(() => null)
      const shown = await this.#showIn(root, root === null ? folder : null)
      if (lambda !== null) shown.arrivals.add({ kind: 'lambda', slug: lambda })
    })
  }

  /** Shows a window with the choice of a workspace. */
  async openWindow(): Promise<void> {
    await this.#queue.add(() => this.#showIn(null, null))
  }

  /** Shows the window that was used last, or one with the choice of a workspace. */
  async showAny(): Promise<StudioWindow> {
    const shown = this.#front()
    if (!shown) return this.#queue.add(() => this.#showIn(null, null))
    shown.focus()
    return shown
  }

  async notify(notice: ErrorData): Promise<void> {
    const shown = await this.showAny()
    shown.arrivals.add({ kind: 'notice', notice })
  }

  /** Shows a lambda of the workspace that was worked on last. */
  async showLambda(slug: string): Promise<void> {
    const shown = await this.showAny()
    shown.arrivals.add({ kind: 'lambda', slug })
  }

  placeWorkspace(folder: string, from: number): Promise<WorkspacePlace> {
    return this.#queue.add(async () => {
      const root = await findWorkspace(folder)
      const plan = planWindow(root, await this.#known(), from)
      if (plan.kind !== 'new' && plan.id === from) return 'here'
      await this.#showIn(root, null)
      return 'elsewhere'
    })
  }

  checkForUpdate(): Promise<void> {
    return this.#checkForUpdate()
  }

  workspaceOpened(): void {
    void this.#keepOpen()
  }

  jobChanged(): void {
    this.#jobChanged.tell()
  }

  stayed(): void {
    this.departure.stay()
  }

  async isBusy(): Promise<boolean> {
    const busy = await Promise.all([...this.#windows.values()].map((each) => each.isBusy()))
    return busy.includes(true)
  }

  /** Settles once no job is under way. */
  async idle(): Promise<void> {
    // Asked for first, so that a job that ends while it is looked at is heard.
    for (let changed = this.#jobChanged.next(); await this.isBusy(); changed = this.#jobChanged.next())
      await changed
  }

  /** Closes all windows as a user does, who may keep one. */
  closeAll(why: 'quit' | 'update'): Promise<boolean> {
    return this.departure.closeAll(
      [...this.#windows.values()].map(({ window }) => window),
      why,
    )
  }

  async #showIn(root: string | null, startFolder: string | null): Promise<StudioWindow> {
    const plan = planWindow(root, await this.#known())
    const shown = plan.kind === 'new' ? undefined : this.#windows.get(plan.id)
    if (!shown) return this.#make(root, startFolder)
    if (plan.kind === 'is-empty' && root !== null) await this.#enter(shown, root)
    if (startFolder !== null)
      shown.arrivals.add({ kind: 'notice', notice: toErrorData(notAWorkspace(startFolder)) })
    shown.focus()
    return shown
  }

  async #make(root: string | null, startFolder: string | null): Promise<StudioWindow> {
    const kept = root === null ? null : await readWindowPlace(this.#shared.settings, root)
    const taken = BrowserWindow.getAllWindows().map((window) => window.getBounds())
    const place = placeWindow(kept, workAreas(), taken)
    const made = new StudioWindow(this.#shared, this, place, startFolder)
    this.#windows.set(made.id, made)
    made.window.on('closed', () => this.#forget(made))
    if (root !== null) await this.#enter(made, root)
    made.load(place.isMaximized)
    return made
  }

  async #enter({ studio, arrivals }: StudioWindow, root: string): Promise<void> {
    // Where the workspace cannot be opened, the page asks for one and says why.
    await studio.api.workspace.open(root).catch((thrown: unknown) => {
      arrivals.add({ kind: 'notice', notice: toErrorData(thrown) })
    })
  }

  #forget({ id, studio }: StudioWindow): void {
    this.#windows.delete(id)
    studio.close()
    this.jobChanged()
    if (this.departure.why === 'none') void this.#keepOpen()
    // A quit that had to wait for the page goes on.
    if (this.departure.why === 'quit') app.quit()
  }

  /** The last window to close is one to come back to. */
  async #keepOpen(): Promise<void> {
    const folders = (await this.#known()).flatMap(({ folder }) => folder ?? [])
    if (folders.length > 0) await keepOpenWorkspaces(this.#shared.settings, folders).catch(() => undefined)
  }

  #known(): Promise<KnownWindow[]> {
    return Promise.all(
      [...this.#windows.values()].map(async (each) => ({ id: each.id, folder: await each.folder() })),
    )
  }

  #front(): StudioWindow | undefined {
    const focused = BrowserWindow.getFocusedWindow()
    const all = [...this.#windows.values()]
    return all.find(({ window }) => window === focused) ?? all.at(-1)
  }
}
