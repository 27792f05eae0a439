import { EventEmitter } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stoppable } from './double-window.ts'

/** A double of `app`, ready from its start. */
export class DoubleApp extends EventEmitter {
  readonly userData = mkdtempSync(join(tmpdir(), 'user-data-'))
  readonly logs = join(this.userData, 'logs')
  readonly recent: string[] = []
  isPackaged = false
  /** Whether every page is in a sandbox, whatever its window says. */
  isSandboxed = false
  /** Resolves when the program has ended. */
  readonly ended: Promise<void>
  readonly #closeWindows: () => boolean

  /** @param closeWindows asks every window to close; true where none is left */
  constructor(closeWindows: () => boolean) {
    super()
    this.#closeWindows = closeWindows
    this.ended = new Promise((resolve) => this.once('quit', () => resolve()))
  }

  getPath = (name: string): string => (name === 'logs' ? this.logs : this.userData)
  getName = (): string => 'lambda-studio'
  getVersion = (): string => '1.2.3'
  isReady = (): boolean => true
  whenReady = (): Promise<void> => Promise.resolve()
  enableSandbox = (): void => void (this.isSandboxed = true)
  setAsDefaultProtocolClient = (): boolean => true
  requestSingleInstanceLock = (): boolean => true
  addRecentDocument = (path: string): void => void this.recent.push(path)

  quit = (): void => {
    const event = stoppable()
    this.emit('before-quit', event)
    if (!event.defaultPrevented && this.#closeWindows()) this.emit('quit')
  }
}
