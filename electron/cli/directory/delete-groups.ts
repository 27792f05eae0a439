import { Command } from 'commander'
import { StudioError, toErrorData } from '../../contract/errors.ts'
import type { ConfirmOptions } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, exitCodeOf, type ExitCode } from '../exit-code.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { agreementFor } from './agree.ts'
import { findGroupId } from './find-group.ts'
import { previewText } from './group-text.ts'

export function deleteGroups(context: CommandContext): Command {
  return withInstance(
    new Command('delete')
      .description('Delete groups; their members lose the roles that they give.')
      .argument('<groups...>', 'ids or whole names')
      .option('--yes', 'do not ask')
      .option('--confirm <name>', 'the name of the instance, where its protection asks for it'),
  ).action((named: readonly string[], options: InstanceOption & ConfirmOptions) =>
    deleteAll(context, named, options),
  )
}

interface DeletedEntry {
  readonly id: string
  readonly outcome: 'done' | 'failed'
  readonly code?: string
  readonly message?: string
}

async function deleteAll(
  context: CommandContext,
  named: readonly string[],
  options: InstanceOption & ConfirmOptions,
): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const ids: string[] = []
  for (const name of named) ids.push(await findGroupId(studio, instance.id, name))
  if (!context.output.json) {
    for (const groupId of ids) {
      context.output.tell(
        previewText(await studio.groups.previewRoles(instance.id, { kind: 'delete-group', groupId })),
      )
    }
  }
  const what =
    ids.length === 1 ? 'The group is deleted for good.' : `${ids.length} groups are deleted for good.`
  const confirmation = await agreementFor(context, instance, options, what)
  const entries: DeletedEntry[] = []
  let worst: ExitCode = exitCode.good
  for (const groupId of new Set(ids)) {
    const failure = await studio.groups
      .delete(instance.id, { groupId, confirmation })
      .then(() => null, toErrorData)
    entries.push({ id: groupId, outcome: failure ? 'failed' : 'done', ...failure })
    if (failure) worst = Math.max(worst, exitCodeOf(new StudioError(failure))) as ExitCode
  }
  context.end(worst)
  context.output.result({ entries }, () =>
    entries
      .map(({ id, message }) => (message === undefined ? `${id} is deleted.` : `${id}: ${message}`))
      .join('\n'),
  )
}
