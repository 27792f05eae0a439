import { EventEmitter } from 'node:events'
import { stoppable } from './double-window.ts'

type MayUse = (contents: unknown, permission: string) => boolean
type AskToUse = (contents: unknown, permission: string, answer: (isAllowed: boolean) => void) => void
type BeforeRequest = (
  details: { readonly url: string; readonly webContentsId?: number },
  answer: (response: { readonly cancel?: boolean }) => void,
) => void

/** A double of `session.defaultSession`: what the program forbids its pages can be asked of it. As Electron's, it allows all. */
export class DoubleSession extends EventEmitter {
  #mayUse: MayUse = () => true
  #askToUse: AskToUse = (_contents, _permission, answer) => answer(true)
  #mayUseDevice = (): boolean => true
  #beforeRequest: BeforeRequest = (_details, answer) => answer({ cancel: false })

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => void (this.#beforeRequest = listener),
  }
  setPermissionCheckHandler = (handler: MayUse): void => void (this.#mayUse = handler)
  setPermissionRequestHandler = (handler: AskToUse): void => void (this.#askToUse = handler)
  setDevicePermissionHandler = (handler: () => boolean): void => void (this.#mayUseDevice = handler)

  /** Whether a page gets what it asks for, at once or after a question. */
  mayUse(permission: string): { readonly unasked: boolean; readonly asked: boolean } {
    let asked = false
    this.#askToUse(null, permission, (isAllowed) => (asked = isAllowed))
    return { unasked: this.#mayUse(null, permission), asked }
  }

  mayUseDevice(): boolean {
    return this.#mayUseDevice()
  }

  /** Whether a page's request for an address is sent. */
  isSent(url: string): boolean {
    let isSent = false
    this.#beforeRequest({ url, webContentsId: 1 }, ({ cancel }) => (isSent = cancel !== true))
    return isSent
  }

  /** Whether a file that a page hands out is written. */
  isDownloaded(): boolean {
    const event = stoppable()
    this.emit('will-download', event)
    return !event.defaultPrevented
  }
}
