import { t } from '../messages/translate.ts'
import { useCommands } from './commands-store.ts'
import { keyNames } from './keys.ts'

/** One line of a menu. */
export interface MenuItem {
  readonly label: string
  readonly icon?: string
  readonly kbds?: string[]
  readonly disabled: boolean
  readonly color?: 'error'
  readonly onSelect: () => void
}

/**
 * The lines of a menu: groups of commands, each about `target` where there is one. Unknown ids are left out.
 * `ownKeys` are those that mean the thing that the menu is about, while the focus is on it.
 */
export function menuItems(
  groups: readonly (readonly string[])[],
  target?: string,
  ownKeys: Readonly<Record<string, string>> = {},
): MenuItem[][] {
  const ownKeyOf = (id: string): string | undefined => Object.keys(ownKeys).find((key) => ownKeys[key] === id)
  return groups
    .map((ids) => ids.flatMap((id) => itemOf(id, target, ownKeyOf(id)) ?? []))
    .filter((items) => items.length > 0)
}

function itemOf(id: string, target: string | undefined, ownKey: string | undefined): MenuItem | undefined {
  const commands = useCommands()
  const command = commands.commands.get(id)
  if (!command) return undefined
  const keys = ownKey ?? commands.keysOf(id)
  return {
    label: t(command.title),
    ...(command.icon !== undefined && { icon: command.icon }),
    ...(keys !== undefined && { kbds: keyNames(keys) }),
    ...(takesAway.test(id) && { color: 'error' }),
    disabled: !commands.applies(id, target),
    onSelect: () => void commands.run(id, target),
  }
}

const takesAway = /\.(delete|remove)/
