import { useCommands } from '../commands/commands-store.ts'
import { menuItems, type MenuItem } from '../commands/menu-items.ts'
import { menus, type Menu } from '../commands/menus.ts'

/** The menus of the program that some command is there for, for a page that has no menu of the system's. */
export function knownMenus(): Menu[] {
  const { commands } = useCommands()
  return menus.filter(({ groups }) => groups.flat().some((id) => commands.has(id)))
}

/** The lines of a menu as they are now. What draws them is drawn anew whenever another command applies. */
export const linesOf = ({ groups }: Menu): MenuItem[][] => menuItems(groups)

/** Puts the focus on the menu bar, or on the button that it folds to. */
export function focusMenus(): void {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-menu]')]
  entries.find((entry) => entry.checkVisibility())?.focus()
}
