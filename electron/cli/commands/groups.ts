import { Command } from 'commander'
import type { GroupQuery } from '../../contract/models/directory-group.ts'
import { uuid, wholeNumber } from '../arguments.ts'
import type { CommandContext } from '../context.ts'
import { createGroup, updateGroup } from '../directory/change-groups.ts'
import { deleteGroups } from '../directory/delete-groups.ts'
import { findApplicationId, findRoleIds } from '../directory/find-application.ts'
import { findGroupId } from '../directory/find-group.ts'
import { groupListText, groupText } from '../directory/group-text.ts'
import { readAll } from '../directory/read-all.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'

interface ListOptions extends InstanceOption {
  readonly tenant?: string
  readonly application?: string
  readonly role?: readonly string[]
  readonly start: number
  readonly limit?: number
}

/** `groups`: the groups of an instance. */
export function groupsCommand(context: CommandContext): Command {
  return new Command('groups')
    .description('List, show, create, update and delete the groups of an instance.')
    .addCommand(listCommand(context))
    .addCommand(
      withInstance(new Command('show').description('Show a group with its roles by application.'))
        .argument('<group>', 'its id or whole name')
        .action((named: string, options: InstanceOption) => show(context, named, options)),
    )
    .addCommand(createGroup(context))
    .addCommand(updateGroup(context))
    .addCommand(deleteGroups(context))
}

function listCommand(context: CommandContext): Command {
  return withInstance(
    new Command('list')
      .description('List groups.')
      .argument('[name]', 'a part of the name, or with * the whole')
      .option('--tenant <uuid>', 'only groups of this tenant', uuid)
      .option('--application <application>', 'only groups that give a role of it, by id or name')
      .option('--role <role...>', 'only groups that give all of these, by id or as application/role')
      .option('--start <row>', 'leave out so many first', wholeNumber(0, 1_000_000), 0)
      .option('--limit <count>', 'at most so many', wholeNumber(1, 1_000_000)),
  ).action((name: string | undefined, options: ListOptions) => list(context, name, options))
}

async function list(context: CommandContext, name: string | undefined, options: ListOptions): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const { tenant, application, role } = options
  const query: GroupQuery = {
    ...(name !== undefined && { name }),
    ...(tenant !== undefined && { tenantId: tenant }),
    ...(application !== undefined && {
      applicationId: await findApplicationId(studio, instance.id, application),
    }),
    ...(role !== undefined && { roleIds: [...(await findRoleIds(studio, instance.id, role))] }),
  }
  const { rows, total } = await readAll(options, async (page) => {
    const found = await studio.groups.list(instance.id, { ...query, ...page })
    return { rows: found.groups, total: found.total }
  })
  context.output.result({ groups: rows, total }, () => groupListText(rows, total))
}

async function show(context: CommandContext, named: string, options: InstanceOption): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const detail = await studio.groups.read(instance.id, await findGroupId(studio, instance.id, named))
  context.output.result(detail, () => groupText(detail))
}
