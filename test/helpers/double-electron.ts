import { EventEmitter } from 'node:events'
import type { Transport } from '../../electron/contract/transport.ts'
import { pageOrigin } from '../../electron/contract/page-address.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

/** What a frame says of itself when it calls. */
export interface SenderFrame {
  readonly url: string
  readonly parent: object | null
}

const ownFrame: SenderFrame = { url: `${pageOrigin}/index.html`, parent: null }

/**
 * A double of the two ends of Electron's IPC, for `vi.mock('electron')`. As the real one does, it passes structured
 * clones, and tells the handler which frame called.
 */
export class DoubleElectron {
  readonly handlers = new Map<string, Handler>()
  readonly toPage = new EventEmitter()
  readonly exposed = new Map<string, Transport>()
  sender: SenderFrame | null = ownFrame

  readonly ipcMain = {
    handle: (channel: string, handler: Handler): void => {
      this.handlers.set(channel, handler)
    },
  }

  readonly ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
      const handler = this.handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      return structuredClone(
        await handler({ senderFrame: this.sender, sender: this.webContents }, ...structuredClone(args)),
      )
    },
    on: (channel: string, listener: (...args: unknown[]) => void): void => {
      this.toPage.on(channel, listener)
    },
    off: (channel: string, listener: (...args: unknown[]) => void): void => {
      this.toPage.off(channel, listener)
    },
  }

  readonly contextBridge = {
    exposeInMainWorld: (name: string, value: Transport): void => {
      this.exposed.set(name, value)
    },
  }

  readonly webContents = {
    id: 1,
    isDestroyed: () => false,
    getURL: () => ownFrame.url,
    send: (channel: string, ...args: unknown[]): void => {
      this.toPage.emit(channel, {}, ...structuredClone(args))
    },
  }
}
