import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { pageOrigin } from '../contract/page-address.ts'

/** The studio's window; made when it is first shown, and again after it was closed. */
export class MainWindow {
  readonly #root: string
  #window: BrowserWindow | null = null

  constructor(root: string) {
    this.#root = root
  }

  show(): void {
    this.#window ??= this.#open()
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.focus()
  }

  #open(): BrowserWindow {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 720,
      minHeight: 480,
      show: false,
      webPreferences: {
        preload: join(this.#root, 'out', 'preload', 'index.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
      },
    })
    window.once('ready-to-show', () => window.show())
    window.on('closed', () => (this.#window = null))
    void window.loadURL(`${pageOrigin}/`)
    return window
  }
}
