import type { Command } from 'commander'
import type { StudioApi } from '../contract/api.ts'
import { StudioError } from '../contract/errors.ts'
import type { InstanceInfo } from '../contract/models/instance.ts'
import type { CommandContext } from './context.ts'
import { withWorkspace, type WorkspaceOption } from './workspace-option.ts'

/** What every command that works with an instance takes. */
export interface InstanceOption extends WorkspaceOption {
  readonly instance?: string
}

/** Adds `--instance`, `--workspace` and `--json`. */
export function withInstance(command: Command): Command {
  return withWorkspace(
    command.option('--instance <id>', 'the instance; may be left out where the workspace has one alone'),
  )
}

/** The studio with its workspace open, and the instance that was named or is the only one. */
export async function openInstance(
  context: CommandContext,
  { workspace, instance }: InstanceOption,
  options?: Parameters<CommandContext['workspace']>[1],
): Promise<{ readonly studio: StudioApi; readonly instance: InstanceInfo }> {
  const studio = await context.workspace(workspace, options)
  return { studio, instance: chooseInstance(await studio.instances.list(), instance) }
}

/** @throws StudioError `wrong-usage`, `unknown-instance` */
export function chooseInstance(instances: readonly InstanceInfo[], id: string | undefined): InstanceInfo {
  const [only, ...others] = instances
  if (id === undefined && only && others.length === 0) return only
  const found = instances.find((each) => each.id === id)
  if (found) return found
  const known = instances.map((each) => each.id).join(', ')
  const [code, message] =
    id === undefined
      ? ['wrong-usage', 'The instance is not named.']
      : ['unknown-instance', `The workspace has no instance ${JSON.stringify(id)}.`]
  const hint = known ? `Name one of these: ${known}.` : 'Add one with lambda-studio instance add.'
  throw new StudioError({ code, message, hint })
}
