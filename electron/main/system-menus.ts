import type { MenuItemConstructorOptions } from 'electron'
import type { ShellWord } from '../contract/models/shell-words.ts'
import { words } from './words.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']> & ShellWord

export const line: MenuItemConstructorOptions = { type: 'separator' }

/** An item that every program of the system has; Electron alone would name it in English. */
export const roleItem = (role: Role): MenuItemConstructorOptions => ({ role, label: words[role] })

/** The menu that macOS names after the program. */
export const appMenu = (): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    roleItem('about'),
    line,
    roleItem('services'),
    line,
    ...(['hide', 'hideOthers', 'unhide'] as const).map(roleItem),
    line,
    roleItem('quit'),
  ],
})

/** How the first menu ends: with what was open before on macOS, elsewhere with the way out. */
export function fileItems(isMac: boolean): MenuItemConstructorOptions[] {
  const recent = { ...roleItem('recentDocuments'), submenu: [roleItem('clearRecentDocuments')] }
  return isMac ? [recent, roleItem('close')] : [roleItem('close'), roleItem('quit')]
}

export const editMenu = (isMac: boolean): MenuItemConstructorOptions => ({
  role: 'editMenu',
  label: words.edit,
  submenu: [
    ...(['undo', 'redo'] as const).map(roleItem),
    line,
    ...(['cut', 'copy', 'paste'] as const).map(roleItem),
    ...(isMac ? [roleItem('pasteAndMatchStyle')] : []),
    roleItem('delete'),
    line,
    roleItem('selectAll'),
  ],
})

/** What every window can do. Its zoom is a command of the page, which keeps it. */
export const windowMenu = (isMac: boolean): MenuItemConstructorOptions => ({
  role: 'windowMenu',
  label: words.window,
  submenu: [
    ...(['togglefullscreen', 'minimize'] as const).map(roleItem),
    ...(isMac ? [roleItem('front')] : []),
  ],
})
