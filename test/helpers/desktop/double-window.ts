import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import type { MenuEntry } from './menu.ts'
import { deliverFunction } from './preload-script.ts'

/** An event that a listener can stop, as Electron's are. */
export function stoppable() {
  return {
    defaultPrevented: false,
    preventDefault(): void {
      this.defaultPrevented = true
    },
  }
}

export interface WindowOptions {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly webPreferences: { readonly preload: string } & Readonly<Record<string, unknown>>
}

/** What a window needs of the desktop around it. */
export interface DesktopOfWindow {
  newPage(preload: string): Promise<Page>
  inward(address: string): string
  outward(address: string): string
  closed(window: DoubleWindow): void
  focused(window: DoubleWindow): void
}

interface MenuDouble {
  readonly items: readonly MenuEntry[]
}

let contentsMade = 0

/** The contents of a window: a page in a real Chromium. */
export class DoubleContents extends EventEmitter {
  readonly id = ++contentsMade
  readonly #window: DoubleWindow
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })

  constructor(window: DoubleWindow) {
    super()
    this.#window = window
  }

  isDestroyed = (): boolean => this.#window.isDestroyed()
  getURL = (): string => this.#window.address()
  reload = (): void => void this.#window.loadAgain().catch(() => undefined)
  setWindowOpenHandler = (handler: DoubleContents['openHandler']): void => void (this.openHandler = handler)

  setZoomFactor = (factor: number): void => void this.#window.zoom(factor).catch(() => undefined)

  forcefullyCrashRenderer = (): void => void this.#window.crash()

  send(channel: string, ...args: unknown[]): void {
    const sent = structuredClone(args)
    // A page that is gone or still loads hears nothing, as in Electron.
    void this.#window.page
      ?.evaluate(
        ([name, where, values]) =>
          (globalThis as unknown as Record<string, (...args: unknown[]) => void>)[name]?.(where, values),
        [deliverFunction, channel, sent] as const,
      )
      .catch(() => undefined)
  }
}

/** A double of `BrowserWindow` whose page lives in a real Chromium. */
export class DoubleWindow extends EventEmitter {
  readonly options: WindowOptions
  readonly webContents: DoubleContents
  readonly #desktop: DesktopOfWindow
  page: Page | null = null
  menu: MenuDouble | null = null
  isEdited = false
  bounds: { x: number; y: number; width: number; height: number }
  state: 'normal' | 'maximized' | 'minimized' = 'normal'
  isShown = false
  #isDestroyed = false

  constructor(desktop: DesktopOfWindow, options: WindowOptions) {
    super()
    this.#desktop = desktop
    this.options = options
    const { x = 0, y = 0, width, height } = options
    this.bounds = { x, y, width, height }
    this.webContents = new DoubleContents(this)
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#desktop.newPage(this.options.webPreferences.preload)
    this.page = page
    page.on('crash', () => this.#crashed())
    page.on('close', () => this.#gone(page))
    page.on('popup', (popup) => void this.#refuse(popup))
    page.on('dialog', (dialog) => {
      const event = stoppable()
      if (dialog.type() === 'beforeunload') this.webContents.emit('will-prevent-unload', event)
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss()).catch(() => undefined)
    })
    await page.goto(this.#desktop.outward(address))
    this.emit('ready-to-show')
  }

  /** Chromium has no second life for a crashed page in the same tab: another takes its place. */
  async loadAgain(): Promise<void> {
    const before = this.page
    const address = this.address()
    this.page = null
    await before?.close()
    await this.loadURL(address)
  }

  async crash(): Promise<void> {
    const session = await this.page?.context().newCDPSession(this.page)
    // No answer comes from a page that is gone.
    void session?.send('Page.crash').catch(() => undefined)
  }

  /** As a zoom looks to a page: each of its pixels is larger, and it has fewer of them. */
  async zoom(factor: number): Promise<void> {
    if (!this.page) return
    const session = await this.page.context().newCDPSession(this.page)
    const { width, height } = this.bounds
    const size = { width: Math.round(width / factor), height: Math.round(height / factor) }
    await session.send('Emulation.setDeviceMetricsOverride', {
      ...size,
      deviceScaleFactor: factor,
      mobile: false,
    })
  }

  address(): string {
    return this.page ? this.#desktop.inward(this.page.url()) : ''
  }

  close = (): void => {
    const event = stoppable()
    if (this.#isDestroyed) return
    this.emit('close', event)
    if (!event.defaultPrevented) void this.page?.close({ runBeforeUnload: true })
  }
  destroy = (): void => void this.page?.close()
  isDestroyed = (): boolean => this.#isDestroyed

  show = (): void => {
    this.isShown = true
    this.focus()
  }
  focus = (): void => {
    this.#desktop.focused(this)
    this.emit('focus')
  }
  maximize = (): void => {
    this.state = 'maximized'
    this.show()
  }
  restore = (): void => void (this.state = 'normal')
  isMinimized = (): boolean => this.state === 'minimized'
  isMaximized = (): boolean => this.state === 'maximized'
  isFocused = (): boolean => this.isShown
  getBounds = (): DoubleWindow['bounds'] => this.bounds
  getNormalBounds = (): DoubleWindow['bounds'] => this.bounds
  setMenu = (menu: MenuDouble): void => void (this.menu = menu)
  setDocumentEdited = (edited: boolean): void => void (this.isEdited = edited)
  setRepresentedFilename = (): void => undefined

  #crashed(): void {
    this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  }

  async #refuse(popup: Page): Promise<void> {
    const address = popup.url()
    await popup.close()
    if (this.webContents.openHandler({ url: address }).action !== 'deny')
      throw new Error(`${address} was opened`)
  }

  #gone(page: Page): void {
    if (this.page !== page) return
    this.page = null
    this.#isDestroyed = true
    this.#desktop.closed(this)
    this.emit('closed')
  }
}
