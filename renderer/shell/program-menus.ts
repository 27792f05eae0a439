import { menuItems, type MenuItem } from '../commands/menu-items.ts'
import { menus, type Menu } from '../commands/menus.ts'

/** A menu with its lines, as they are now. */
interface FilledMenu {
  readonly title: Menu['title']
  readonly groups: MenuItem[][]
}

/** The menus of the program, for a page that has no menu of the system's. */
export function filledMenus(): FilledMenu[] {
  return menus
    .map(({ title, groups }) => ({ title, groups: menuItems(groups) }))
    .filter(({ groups }) => groups.length > 0)
}

/** Puts the focus on the menu bar, or on the button that it folds to. */
export function focusMenus(): void {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-menu]')]
  entries.find((entry) => entry.checkVisibility())?.focus()
}
