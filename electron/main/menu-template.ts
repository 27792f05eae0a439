import type { MenuItemConstructorOptions } from 'electron'
import type { MenuSection } from '../contract/models/shell.ts'
import { appMenu, editMenu, fileItems, line, windowMenu } from './system-menus.ts'
import { words } from './words.ts'

/** What choosing an item does. */
export interface MenuActions {
  readonly choose: (id: string) => void
  readonly openDocumentation: () => void
}

/**
 * The menu bar: the page's sections in the page's words, and between them what every program of the system has.
 * Keys only show: the page hears them itself, because it knows where they apply.
 */
export function menuTemplate(
  sections: readonly MenuSection[],
  platform: NodeJS.Platform,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const [first, ...others] = sections
    .filter(({ isHelp }) => !isHelp)
    .map((section) => menuOf(section, actions))
  const help = sections.filter(({ isHelp }) => isHelp).flatMap((section) => menuOf(section, actions).submenu)
  const documentation = { label: words.documentation, click: actions.openDocumentation }
  return [
    ...(isMac ? [appMenu()] : []),
    first
      ? { ...first, submenu: [...first.submenu, line, ...fileItems(isMac)] }
      : { role: 'fileMenu', label: words.file, submenu: fileItems(isMac) },
    editMenu(isMac),
    ...others,
    windowMenu(isMac),
    { role: 'help', label: words.help, submenu: [documentation, ...help] },
  ]
}

interface Menu {
  readonly label: string
  readonly submenu: MenuItemConstructorOptions[]
}

function menuOf({ title, groups }: MenuSection, { choose }: MenuActions): Menu {
  const submenu = groups.flatMap((items, at) => [
    ...(at > 0 ? [line] : []),
    ...items.map((item) => itemOf(item, choose)),
  ])
  return { label: title, submenu }
}

function itemOf(
  { id, title, keys, enabled }: MenuSection['groups'][number][number],
  choose: (id: string) => void,
) {
  const accelerator = keys === undefined ? undefined : acceleratorOf(keys)
  const shown = accelerator === undefined ? {} : { accelerator, registerAccelerator: false }
  return { id, label: title, enabled, ...shown, click: () => choose(id) }
}

const names: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
}
const modifiers = /^(CommandOrControl|Control|Shift|Alt)$/
const keyCode =
  /^([A-Za-z0-9]|F([1-9]|1\d|2[0-4])|Up|Down|Left|Right|Enter|Esc|Tab|Space|Backspace|Delete|Insert|Home|End|PageUp|PageDown|[,./;'[\]\\`=-])$/

/** Keys as Electron writes them; undefined for keys that it has no name for, which would be refused with the menu. */
export function acceleratorOf(keys: string): string | undefined {
  const parts = keys.split('+').map((part) => names[part] ?? part)
  const key = parts.at(-1) ?? ''
  const isKnown = keyCode.test(key) && parts.slice(0, -1).every((part) => modifiers.test(part))
  return isKnown ? parts.join('+') : undefined
}
