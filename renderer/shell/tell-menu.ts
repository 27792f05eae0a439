import { computed, watch } from 'vue'
import type { MenuSection } from '../../electron/contract/models/shell.ts'
import type { Command } from '../commands/command.ts'
import { useCommands } from '../commands/commands-store.ts'
import { menus, type Menu } from '../commands/menus.ts'
import { t } from '../messages/translate.ts'
import { onStudioEvent, studio } from '../studio.ts'
import { hasCapability } from './capabilities.ts'
import { desktopGroups } from './desktop-commands.ts'
import { useFailures } from './failures-store.ts'

/** Fills the menu of the system with the page's commands where there is one, and carries out what is chosen there. */
export function tellMenu(): void {
  const commands = useCommands()
  const sections = computed(() =>
    menus.map((menu) => sectionOf(menu)).filter(({ groups }) => groups.length > 0),
  )
  watch(
    // As text, so that only a menu that looks otherwise is told.
    () => (hasCapability('nativeMenu') ? JSON.stringify(sections.value) : null),
    (told) => {
      if (told !== null) void useFailures().attempt(() => studio.shell.showMenu(sections.value))
    },
    { immediate: true },
  )
  onStudioEvent('shell.command', ({ id }) => void commands.run(id))
}

function sectionOf({ title, groups }: Menu): MenuSection {
  const all = [...(desktopGroups[title] ?? []), ...groups]
  const found = all.map(itemsOf).filter((items) => items.length > 0)
  return { title: t(title), groups: found, isHelp: title === 'menu.help' }
}

function itemsOf(ids: readonly string[]): MenuSection['groups'][number] {
  const commands = useCommands()
  return ids.flatMap((id) => {
    const command = commands.commands.get(id)
    return command ? [itemOf(command, commands.keysOf(id))] : []
  })
}

function itemOf({ id, title, enabled }: Command, keys: string | undefined) {
  return { id, title: t(title), enabled: enabled?.() ?? true, ...(keys !== undefined && { keys }) }
}
