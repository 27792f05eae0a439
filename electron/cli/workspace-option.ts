import type { Command } from 'commander'

/** What every command that works on a workspace takes. */
export interface WorkspaceOption {
  readonly workspace?: string
}

/** Adds `--workspace` and `--json`. */
export function withWorkspace(command: Command): Command {
  return command
    .option('--workspace <dir>', 'the workspace, instead of the nearest folder upward with a studio.json')
    .option('--json', 'print JSON')
}
