import type { BrowserWindow } from 'electron'
import type { MenuSection, WorkspacePlace } from '../contract/models/shell.ts'
import type { EmitEvent } from '../contract/transport.ts'
import type { ShellPort } from '../core/ports.ts'
import type { Arrivals } from './arrivals.ts'
import { chooseFolder, saveFile } from './dialogs.ts'
import { guardClosing, type ClosingPorts } from './guard-closing.ts'
import { keepMenu } from './show-menu.ts'
import { adoptWords } from './words.ts'

/** What the shell of one window is made from. */
export interface WindowShellPorts extends Omit<ClosingPorts, 'askPage' | 'isUnsaved'> {
  readonly emit: EmitEvent
  readonly arrivals: Arrivals
  readonly placeWorkspace: (folder: string) => Promise<WorkspacePlace>
  readonly addOpener: () => Promise<string>
  readonly openWindow: () => Promise<void>
  readonly checkForUpdate: () => Promise<void>
}

/** What a window does for its page. */
export function windowShell(window: BrowserWindow, ports: WindowShellPorts): ShellPort {
  const { emit, arrivals, placeWorkspace, openWindow, checkForUpdate } = ports
  const showMenu = keepMenu(window, emit)
  let sections: readonly MenuSection[] = []
  let isUnsaved = false
  // Who is gone cannot be asked; what it had comes back from its drafts.
  window.webContents.on('render-process-gone', () => (isUnsaved = false))
  const answerClosing = guardClosing(window, {
    ...ports,
    isUnsaved: () => isUnsaved,
    askPage: () => emit('shell.closing', {}),
  })
  return {
    chooseFolder: () => chooseFolder(window),
    saveFile: (file) => saveFile(window, file),
    placeWorkspace,
    openWindow,
    showMenu: soon((told) => showMenu((sections = told))),
    speak: soon((told) => {
      adoptWords(told)
      showMenu(sections)
    }),
    markUnsaved: soon((unsaved) => {
      isUnsaved = unsaved
      window.setDocumentEdited(unsaved)
    }),
    answerClosing: soon(answerClosing),
    addOpener: ports.addOpener,
    takeArrivals: () => Promise.resolve(arrivals.take()),
    checkForUpdate,
    zoom: soon((percent) => window.webContents.setZoomFactor(percent / 100)),
  }
}

/** A function that is done at once, as one that is waited for. */
function soon<T>(act: (value: T) => void): (value: T) => Promise<void> {
  return (value) => {
    act(value)
    return Promise.resolve()
  }
}
