import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { CallResult } from '../../../electron/contract/transport.ts'
import { DoubleApp } from './double-app.ts'
import { DoubleDialogs } from './double-dialogs.ts'
import { DoubleUpdater } from './double-updater.ts'
import { DoubleSession } from './double-session.ts'
import { DoubleWindow, type DesktopOfWindow, type WindowOptions } from './double-window.ts'
import { PageServer } from './page-server.ts'
import { invokeBinding, preloadScript } from './preload-script.ts'

type Handler = (event: object, ...args: unknown[]) => Promise<CallResult>

/** A double of Electron's API around a real Chromium: what the built main process and preload script are run against. */
export class DoubleDesktop implements DesktopOfWindow {
  readonly windows: DoubleWindow[] = []
  readonly dialog = new DoubleDialogs()
  readonly app = new DoubleApp(() => this.#closeWindows())
  readonly session = new DoubleSession()
  readonly updater = new DoubleUpdater()
  readonly openedLinks: string[] = []
  readonly openedPaths: string[] = []
  /** What pages complained of, and what they asked for that is not theirs. */
  readonly complaints: string[] = []
  readonly #server = new PageServer()
  readonly #handlers = new Map<string, Handler>()
  readonly #browser: Browser
  #context: BrowserContext | null = null
  /** The window that has the focus. */
  front: DoubleWindow | null = null

  constructor(browser: Browser) {
    this.#browser = browser
  }

  start(): Promise<void> {
    return this.#server.start()
  }

  /** The module that `import 'electron'` gives to the program. */
  module(): Readonly<Record<string, unknown>> {
    const { app, dialog } = this
    const makeWindow = (options: WindowOptions): DoubleWindow => this.#open(options)
    // Called with `new`, a function that returns an object gives that object.
    const BrowserWindow = Object.assign(
      function (options: WindowOptions) {
        return makeWindow(options)
      },
      { getAllWindows: () => [...this.windows], getFocusedWindow: () => this.front },
    )
    const area = { x: 0, y: 0, width: 1920, height: 1080 }
    const display = { id: 1, workArea: area }
    return {
      app,
      dialog,
      BrowserWindow,
      ipcMain: {
        on: () => undefined,
        handle: (channel: string, handler: Handler) => this.#handlers.set(channel, handler),
      },
      Menu: { buildFromTemplate: (items: unknown) => ({ items }), setApplicationMenu: () => undefined },
      nativeTheme: { shouldUseDarkColors: false },
      net: { fetch: globalThis.fetch },
      protocol: { registerSchemesAsPrivileged: () => undefined, handle: this.#server.handle },
      safeStorage: vault,
      screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
      session: { defaultSession: this.session },
      shell: {
        openExternal: (url: string) => Promise.resolve(this.openedLinks.push(url)),
        openPath: (path: string) => {
          this.openedPaths.push(path)
          return Promise.resolve('')
        },
      },
    }
  }

  async newPage(preload: string): Promise<Page> {
    this.#context ??= await this.#makeContext(preload)
    const page = await this.#context.newPage()
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('request', (request) => {
      const address = request.url()
      if (!address.startsWith(this.#server.origin) && !/^(blob|data):/.test(address))
        this.complaints.push(address)
    })
    return page
  }

  inward(address: string): string {
    return this.#server.inward(address)
  }

  outward(address: string): string {
    return this.#server.outward(address)
  }

  focused(window: DoubleWindow): void {
    this.front = window
  }

  closed(window: DoubleWindow): void {
    this.windows.splice(this.windows.indexOf(window), 1)
    if (this.front === window) this.front = null
    // After the listeners of the window have heard of it.
    if (this.windows.length === 0) setImmediate(() => this.app.emit('window-all-closed'))
  }

  async close(): Promise<void> {
    this.app.emit('quit')
    await this.#context?.close()
    this.#server.close()
  }

  #open(options: WindowOptions): DoubleWindow {
    const window = new DoubleWindow(this, options)
    this.windows.push(window)
    this.app.emit('web-contents-created', {}, window.webContents)
    return window
  }

  #closeWindows(): boolean {
    for (const window of [...this.windows]) window.close()
    return this.windows.length === 0
  }

  async #makeContext(preload: string): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addInitScript(preloadScript(preload))
    await context.exposeBinding(invokeBinding, ({ page, frame }, channel: string, args: unknown[]) => {
      const window = this.windows.find((each) => each.page === page)
      const senderFrame = { url: this.inward(frame.url()), parent: frame.parentFrame() }
      return this.#handlers.get(channel)?.({ sender: window?.webContents, senderFrame }, ...args)
    })
    return context
  }
}

const vault = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(text).reverse()),
  decryptStringAsync: (bytes: Buffer) => Promise.resolve({ result: Buffer.from(bytes).reverse().toString() }),
}
