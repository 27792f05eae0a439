import type { Command } from './command.ts'

/** The other commands that these keys would carry out too; two screens may have the same keys, as only one shows. */
export function conflictsOf(
  { id, screen }: Pick<Command, 'id' | 'screen'>,
  keys: string,
  commands: readonly Command[],
  allKeysOf: (command: Command) => readonly string[],
): Command[] {
  const meet = (other: Command): boolean => !screen || !other.screen || other.screen === screen
  return commands.filter((other) => other.id !== id && meet(other) && allKeysOf(other).includes(keys))
}
