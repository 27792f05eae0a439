import type { Command } from './command.ts'

/** The other commands that these keys would carry out too. */
export function conflictsOf(
  id: string,
  keys: string,
  commands: readonly Command[],
  allKeysOf: (command: Command) => readonly string[],
): Command[] {
  return commands.filter((other) => other.id !== id && allKeysOf(other).includes(keys))
}
