import type { Command } from 'commander'
import type { CommandContext } from './context.ts'

type MakeCommand = (context: CommandContext) => Command

/** Every command in the order of the help, loaded when it is needed: a start takes as long as what it loads. */
const commands: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  open: async () => (await import('./commands/open.ts')).openCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  list: async () => (await import('./commands/list.ts')).listCommand,
  run: async () => (await import('./commands/run.ts')).runCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  test: async () => (await import('./commands/test.ts')).testCommand,
  history: async () => (await import('./commands/history.ts')).historyCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  types: async () => (await import('./commands/types.ts')).typesCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
}

/** The one command that is named, or all of them where none is, so that help and suggestions know them. */
export function loadCommands(name: string | undefined): Promise<readonly MakeCommand[]> {
  const named = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  return Promise.all((named ? [named] : Object.values(commands)).map((load) => load()))
}
