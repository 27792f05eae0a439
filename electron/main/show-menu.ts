import { app, Menu, type BrowserWindow } from 'electron'
import type { MenuSection } from '../contract/models/shell.ts'
import type { EmitEvent } from '../contract/transport.ts'
import { menuTemplate } from './menu-template.ts'
import { lambdaDocuments, openLink } from './open-link.ts'

/** Keeps the menu of a window; gives what fills it. The one menu bar of macOS shows that of the window in front. */
export function keepMenu(window: BrowserWindow, emit: EmitEvent): (sections: readonly MenuSection[]) => void {
  const actions = {
    choose: (id: string): void => emit('shell.command', { id }),
    openDocumentation: (): void => openLink(lambdaDocuments),
  }
  const build = (sections: readonly MenuSection[]): Electron.Menu =>
    Menu.buildFromTemplate(menuTemplate(sections, process.platform, actions))
  let menu = build([])
  const show = (): void => {
    if (process.platform !== 'darwin') window.setMenu(menu)
    else if (window.isFocused()) Menu.setApplicationMenu(menu)
  }
  window.on('focus', show)
  show()
  return (sections) => {
    menu = build(sections)
    if (!window.isDestroyed()) show()
  }
}

/** Puts a workspace among the recent documents of the system, and its name on the window. */
export function noteWorkspace(window: BrowserWindow, folder: string): void {
  app.addRecentDocument(folder)
  if (process.platform === 'darwin') window.setRepresentedFilename(folder)
}
