import type { Command } from 'commander'
import type { CommandContext } from './context.ts'

type MakeCommand = (context: CommandContext) => Command

/** Every command in the order of the help, loaded when it is needed: a start takes as long as what it loads. */
const commands: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  open: async () => (await import('./commands/open.ts')).openCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  list: async () => (await import('./commands/list.ts')).listCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  run: async () => (await import('./commands/run.ts')).runCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  test: async () => (await import('./commands/test.ts')).testCommand,
  history: async () => (await import('./commands/history.ts')).historyCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  instance: async () => (await import('./commands/instance.ts')).instanceCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  diff: async () => (await import('./commands/diff.ts')).diffCommand,
  pull: async () => (await import('./commands/pull.ts')).pullCommand,
  push: async () => (await import('./commands/push.ts')).pushCommand,
  promote: async () => (await import('./commands/promote.ts')).promoteCommand,
  undo: async () => (await import('./commands/undo.ts')).undoCommand,
  usage: async () => (await import('./commands/usage.ts')).usageCommand,
  logs: async () => (await import('./commands/logs.ts')).logsCommand,
  groups: async () => (await import('./commands/groups.ts')).groupsCommand,
  members: async () => (await import('./commands/members.ts')).membersCommand,
  types: async () => (await import('./commands/types.ts')).typesCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
}

/** What asks for the version alone, as commander spells it. */
const versionFlags: readonly (string | undefined)[] = ['--version', '-V']

/** The one command that is named, or all of them where none is, so that help and suggestions know them. */
export async function loadCommands(name: string | undefined): Promise<readonly MakeCommand[]> {
  if (versionFlags.includes(name)) return []
  const named = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  return Promise.all((named ? [named] : Object.values(commands)).map((load) => load()))
}
