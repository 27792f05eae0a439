import { Command } from 'commander'
import type { StudioApi } from '../../contract/api.ts'
import { StudioError } from '../../contract/errors.ts'
import type {
  EditableGroup,
  Group,
  GroupEditOutcome,
  NewGroup,
} from '../../contract/models/directory-group.ts'
import { uuid } from '../arguments.ts'
import type { ConfirmOptions } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { agreementFor } from './agree.ts'
import { findRoleIds } from './find-application.ts'
import { findGroupId } from './find-group.ts'
import { readData } from './read-data.ts'

interface ChangeOptions extends InstanceOption, ConfirmOptions {
  readonly name?: string
  readonly data?: string
  readonly role?: readonly string[]
}

interface CreateOptions extends ChangeOptions {
  readonly id?: string
  readonly tenant?: string
}

interface UpdateOptions extends ChangeOptions {
  readonly addRole?: readonly string[]
  readonly removeRole?: readonly string[]
  readonly noRoles?: boolean
}

const roleHelp = 'by id, by name, or as application/role'
const confirmHelp = 'the name of the instance, where its protection asks for it'

export function createGroup(context: CommandContext): Command {
  return withInstance(
    new Command('create')
      .description('Create a group.')
      .argument('[name]', 'its name')
      .option('--name <name>', 'its name')
      .option('--id <uuid>', 'its id; the server makes one where left out', uuid)
      .option('--data <json>', 'custom data: a JSON object, or @file')
      .option('--role <role...>', `roles that it gives, ${roleHelp}`)
      .option('--tenant <uuid>', 'its tenant, where there are several', uuid)
      .option('--confirm <name>', confirmHelp),
  ).action((name: string | undefined, options: CreateOptions) => create(context, name, options))
}

async function create(
  context: CommandContext,
  named: string | undefined,
  options: CreateOptions,
): Promise<void> {
  const name = (named ?? options.name ?? '').trim()
  if (name === '') throw nameMissing
  const { studio, instance } = await openInstance(context, options)
  const confirmation = await agreementFor(context, instance, options, null)
  const group = await createNamed(studio, instance.id, {
    name,
    confirmation,
    ...(options.id !== undefined && { id: options.id }),
    ...(options.data !== undefined && { data: await readData(options.data) }),
    ...(options.role && { roleIds: [...(await findRoleIds(studio, instance.id, options.role))] }),
    ...(options.tenant !== undefined && { tenantId: options.tenant }),
  })
  const entries = [{ id: group.id, outcome: 'done' }]
  context.output.result({ entries, group }, () => `${group.name} is created: ${group.id}`)
}

/** @throws StudioError as creating does; where a tenant is missing, with those that there are */
async function createNamed(studio: StudioApi, instance: string, group: NewGroup): Promise<Group> {
  try {
    return await studio.groups.create(instance, group)
  } catch (thrown) {
    if (!(thrown instanceof StudioError) || thrown.code !== 'key-needs-tenant') throw thrown
    const { tenants } = await studio.groups.choices(instance)
    const known = (tenants ?? []).map(({ id, name }) => `${name} ${id}`).join(', ')
    throw new StudioError({
      code: thrown.code,
      message: 'The instance has several tenants, and none is named; no group was created.',
      hint: `Name one with --tenant${known ? `: ${known}` : ''}.`,
    })
  }
}

const nameMissing = new StudioError({
  code: 'wrong-usage',
  message: 'The group has no name.',
  hint: 'Give it as the first argument: lambda-studio groups create "Editors".',
})

export function updateGroup(context: CommandContext): Command {
  return withInstance(
    new Command('update')
      .description(
        'Change name, data or roles of a group; the rest stays, also what others change meanwhile.',
      )
      .argument('<group>', 'its id or whole name')
      .option('--name <name>', 'its new name')
      .option('--data <json>', 'its new custom data: a JSON object, or @file')
      .option('--role <role...>', `all the roles that it gives, ${roleHelp}`)
      .option('--no-roles', 'it gives no role')
      .option('--add-role <role...>', 'roles that it gives too')
      .option('--remove-role <role...>', 'roles that it does not give any more')
      .option('--confirm <name>', confirmHelp),
  ).action((named: string, options: UpdateOptions & { readonly roles: boolean }) =>
    update(context, named, { ...options, noRoles: !options.roles }),
  )
}

async function update(context: CommandContext, named: string, options: UpdateOptions): Promise<void> {
  if (options.name?.trim() === '') throw newNameEmpty
  const { studio, instance } = await openInstance(context, options)
  const groupId = await findGroupId(studio, instance.id, named)
  const { group } = await studio.groups.read(instance.id, groupId)
  const seen = editableOf(group)
  const wanted = await wantedOf(studio, instance.id, { seen, options })
  const confirmation = await agreementFor(context, instance, options, null)
  const outcome = await studio.groups.edit(instance.id, { groupId, seen, wanted, confirmation })
  const entries = [entryOf(outcome)]
  context.output.result({ entries, group: outcome.group }, () => outcomeText(outcome))
  if (outcome.kind === 'conflict') context.end(exitCode.conflicts)
}

const newNameEmpty = new StudioError({
  code: 'wrong-usage',
  message: 'The new name of the group is empty; nothing was written.',
  hint: 'Leave --name out to keep the name.',
})

function editableOf({ name, data, roles }: Group): EditableGroup {
  return { name, data, roleIds: Object.values(roles).flatMap((list) => list.map(({ id }) => id)) }
}

interface Update {
  readonly seen: EditableGroup
  readonly options: UpdateOptions
}

async function wantedOf(
  studio: StudioApi,
  instance: string,
  { seen, options }: Update,
): Promise<EditableGroup> {
  const ids = (roles: readonly string[] = []) => findRoleIds(studio, instance, roles)
  const whole = options.noRoles ? [] : options.role ? await ids(options.role) : seen.roleIds
  const removed = new Set(await ids(options.removeRole))
  const roleIds = [...whole, ...(await ids(options.addRole))].filter((id) => !removed.has(id))
  return {
    name: options.name ?? seen.name,
    data: options.data === undefined ? seen.data : await readData(options.data),
    roleIds: [...new Set(roleIds)],
  }
}

function entryOf({ kind, group }: GroupEditOutcome): { id: string; outcome: string; code?: string } {
  if (kind === 'saved') return { id: group.id, outcome: 'done' }
  return { id: group.id, outcome: kind === 'conflict' ? 'failed' : 'skipped', code: kind }
}

function outcomeText(outcome: GroupEditOutcome): string {
  const { name } = outcome.group
  if (outcome.kind === 'saved') return `${name} is changed.`
  if (outcome.kind !== 'conflict') return `${name} is so already; nothing was written.`
  return `Somebody else changed ${outcome.places.join(', ')} of ${name} meanwhile; nothing was written.`
}
