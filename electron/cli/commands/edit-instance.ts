import { Command, Option } from 'commander'
import { firstIssue } from '../../contract/checked.ts'
import { StudioError } from '../../contract/errors.ts'
import { instanceChange } from '../../contract/models/instance.ts'
import { instanceColor, protection } from '../../contract/models/workspace.ts'
import { uuid } from '../arguments.ts'
import type { CommandContext } from '../context.ts'
import { chooseInstance } from '../instance-option.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'

interface EditOptions extends WorkspaceOption {
  readonly url?: string
  readonly name?: string
  /** False for none. */
  readonly tenant?: string | false
  readonly protection?: string
  readonly color?: string
}

/** `instance edit`: what is not named stays. */
export function editInstanceCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('edit')
      .description('Change an instance; what is not named stays. Another address needs the key anew.')
      .argument('<id>', 'the id of the instance')
      .option('--url <url>', 'its address')
      .option('--name <name>', 'its name for people')
      .option('--tenant <uuid>', 'the tenant to work in', uuid)
      .option('--no-tenant', 'work in no tenant')
      .addOption(
        new Option('--protection <kind>', 'what must be done before something is written to it').choices(
          protection.options,
        ),
      )
      .addOption(new Option('--color <color>', 'its colour').choices(instanceColor.options)),
  ).action((id: string, options: EditOptions) => edit(context, id, options))
}

async function edit(
  context: CommandContext,
  id: string,
  { workspace, tenant, url, name, protection: kind, color }: EditOptions,
): Promise<void> {
  const asked = { url, name, tenantId: tenant === false ? null : tenant, protection: kind, color }
  const named = Object.entries(asked).filter(([, value]) => value !== undefined)
  if (named.length === 0) throw wrongUsage('nothing is named')
  const change = instanceChange.safeParse(Object.fromEntries(named))
  if (!change.success) throw wrongUsage(firstIssue(change.error).replace(/\.$/, ''))
  const studio = await context.workspace(workspace)
  chooseInstance(await studio.instances.list(), id)
  const info = await studio.instances.edit(id, change.data)
  context.output.result(info, () =>
    info.hasKey
      ? `${info.name} is changed.`
      : `${info.name} is changed; lambda-studio instance key ${id} gives it a key.`,
  )
}

function wrongUsage(what: string): StudioError {
  return new StudioError({
    code: 'wrong-usage',
    message: `The instance cannot be changed so: ${what}.`,
    hint: 'lambda-studio instance edit --help tells what it takes.',
  })
}
