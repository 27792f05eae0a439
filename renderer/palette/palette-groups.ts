import { categoryOf, type Command } from '../commands/command.ts'
import { keyNames } from '../commands/keys.ts'
import { byAlphabet } from '../messages/alphabet.ts'
import { t } from '../messages/translate.ts'
import type { Place, PlaceSource } from './places-store.ts'

/** One line of the palette. */
export interface PaletteItem {
  readonly label: string
  readonly prefix?: string
  readonly suffix?: string
  readonly icon?: string
  readonly kbds?: string[]
  readonly chosen: () => void
}

export interface PaletteGroup {
  readonly id: string
  readonly label: string
  /** Its items were found by a server, which knows more of them than the palette does. */
  readonly ignoreFilter?: boolean
  readonly items: PaletteItem[]
}

interface CommandsNow {
  readonly list: readonly Command[]
  readonly recent: readonly string[]
  readonly keysOf: (id: string) => string | undefined
  readonly applies: (id: string) => boolean
  readonly choose: (id: string) => void
}

/** The commands that apply now: those used last, then all others by category and title. */
export function commandGroups(commands: CommandsNow): PaletteGroup[] {
  const items = new Map(
    commands.list
      .filter(({ id }) => commands.applies(id))
      .map((command) => [command.id, commandItem(command, commands)] as const),
  )
  const recent = commands.recent.flatMap((id) => items.get(id) ?? [])
  const others = [...items].flatMap(([id, item]) => (commands.recent.includes(id) ? [] : [item]))
  const groups = [
    { id: 'recent', label: t('palette.recent'), items: recent },
    { id: 'commands', label: recent.length > 0 ? t('palette.others') : '', items: others.toSorted(byName) },
  ]
  return groups.filter(({ items: { length } }) => length > 0)
}

function commandItem(command: Command, { keysOf, choose }: CommandsNow): PaletteItem {
  const keys = keysOf(command.id)
  return {
    label: t(command.title),
    prefix: `${t(categoryOf(command))}:`,
    icon: command.icon ?? 'i-lucide-chevron-right',
    ...(keys !== undefined && { kbds: keyNames(keys) }),
    chosen: () => choose(command.id),
  }
}

const nameOf = ({ prefix = '', label }: PaletteItem): string => `${prefix} ${label}`
const byName = (one: PaletteItem, other: PaletteItem): number => byAlphabet(nameOf(one), nameOf(other))

/** The places of every source: what is known, and what a server found. */
export function placeGroups(
  sources: readonly PlaceSource[],
  found: ReadonlyMap<string, readonly Place[]>,
): PaletteGroup[] {
  return sources
    .map(({ id, title, list, find }) => ({
      id,
      label: t(title),
      ...(find && { ignoreFilter: true }),
      items: [...(list?.() ?? []), ...(found.get(id) ?? [])].map(placeItem),
    }))
    .filter(({ items }) => items.length > 0)
}

function placeItem({ label, detail, icon, go }: Place): PaletteItem {
  return {
    label,
    ...(detail !== undefined && { suffix: detail }),
    ...(icon !== undefined && { icon }),
    chosen: go,
  }
}
