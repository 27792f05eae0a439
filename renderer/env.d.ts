import type { Transport } from '../electron/contract/transport.ts'

declare global {
  interface Window {
    /** Put there by the preload script of the desktop program; a browser has none. */
    readonly lambdaStudio?: Transport
  }
}
