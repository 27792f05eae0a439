import { byAlphabet } from '../messages/alphabet.ts'
import { t } from '../messages/translate.ts'
import { categoryOf, type Command } from './command.ts'
import { keyNames } from './keys.ts'

/** The commands of one category. */
export interface ShortcutGroup {
  readonly title: string
  readonly commands: readonly Command[]
}

/** Commands by category, both in the order of the alphabet; only those whose words or keys have the filter in them. */
export function shortcutGroups(
  commands: readonly Command[],
  keysOf: (command: Command) => string | undefined,
  filter: string,
): ShortcutGroup[] {
  const wanted = filter.trim().toLowerCase()
  const textOf = (command: Command): string => {
    const keys = keysOf(command) ?? ''
    return [t(categoryOf(command)), t(command.title), keys, keyNames(keys).join(' ')].join('\n').toLowerCase()
  }
  const matching = commands.filter((command) => textOf(command).includes(wanted))
  return [...Map.groupBy(matching, categoryOf)]
    .map(([category, members]) => ({ title: t(category), commands: members.toSorted(byTitle) }))
    .sort((one, other) => byAlphabet(one.title, other.title))
}

const byTitle = (one: Command, other: Command): number => byAlphabet(t(one.title), t(other.title))
