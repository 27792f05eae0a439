import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel } from '../contract/page-address.ts'
import type { CallResult, Transport } from '../contract/transport.ts'

/** The transport is all that the page gets of Electron. */
const transport: Transport = {
  call: (path, args) => ipcRenderer.invoke(callChannel, path, args) as Promise<CallResult>,
  on(event, listener) {
    // The payload of an event of this name is the one that the listener takes.
    const tell = listener as (payload: unknown) => void
    const hear = (_event: unknown, name: string, payload: unknown): void => {
      if (name === event) tell(payload)
    }
    ipcRenderer.on(eventChannel, hear)
    return () => ipcRenderer.off(eventChannel, hear)
  },
}

contextBridge.exposeInMainWorld('lambdaStudio', transport)
