import { readFileSync } from 'node:fs'

/** Names under which the page and the double reach each other. */
export const invokeBinding = 'doubleInvoke'
export const deliverFunction = 'doubleDeliver'

/** The built preload script as Chromium can run it before a page's own scripts: with Electron's two ends of the IPC. */
export function preloadScript(path: string): string {
  return `(() => {
  const listeners = new Map()
  const ipcRenderer = {
    invoke: (channel, ...args) => window.${invokeBinding}(channel, args),
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    off: (channel, listener) =>
      listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener)),
  }
  window.${deliverFunction} = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
  }
  const contextBridge = {
    exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: Object.freeze(value) }),
  }
  const require = (name) => {
    if (name !== 'electron') throw new Error('A sandboxed preload has no ' + name)
    return { ipcRenderer, contextBridge }
  }
  const exports = {}
  const module = { exports }
  ${readFileSync(path, 'utf8')}
})()`
}
