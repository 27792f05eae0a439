import { contextBridge, ipcRenderer } from 'electron'
import type { EventName, StudioEvents } from '../contract/events.ts'
import { callChannel, eventChannel } from '../contract/page-address.ts'
import type { CallResult, Transport } from '../contract/transport.ts'

/** The transport is all that the page gets of Electron. */
const transport: Transport = {
  call: (path, args) => ipcRenderer.invoke(callChannel, path, args) as Promise<CallResult>,
  on(event, listener) {
    const hear = (_event: unknown, name: EventName, payload: StudioEvents[EventName]): void => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on(eventChannel, hear)
    return () => ipcRenderer.off(eventChannel, hear)
  },
}

contextBridge.exposeInMainWorld('lambdaStudio', transport)
