import { Command } from 'commander'
import { StudioError } from '../../contract/errors.ts'
import type { RemovalChoice, ReplacementPlan } from '../../contract/models/directory-member.ts'
import type { ConfirmOptions } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { agreementFor } from './agree.ts'
import { findGroupId } from './find-group.ts'
import { givenMembers, type GivenMembers, type GivenOptions } from './given-members.ts'
import { followMemberJob } from './member-job.ts'

interface ChangeOptions extends InstanceOption, ConfirmOptions, GivenOptions {}

interface RemoveOptions extends ChangeOptions {
  readonly member?: readonly string[]
  readonly all?: boolean
}

interface ReplaceOptions extends ChangeOptions {
  readonly leaveOutFaults?: boolean
  readonly dryRun?: boolean
}

const fileHelp = 'ids or e-mails, or a CSV file with columns such as email and data; - reads standard input'
const confirmHelp = 'the name of the instance, where its protection asks for it'

export function addMembers(context: CommandContext): Command {
  return withInstance(
    new Command('add')
      .description('Add users to a group.')
      .argument('<group>', 'its id or whole name')
      .argument('[users...]', 'ids or e-mails')
      .option('--file <file>', fileHelp)
      .option('--data <json>', 'custom data of the memberships: a JSON object, or @file')
      .option('--confirm <name>', confirmHelp),
  ).action((group: string, users: readonly string[], options: ChangeOptions) =>
    add(context, { group, users }, options),
  )
}

interface Named {
  readonly group: string
  readonly users: readonly string[]
}

async function add(context: CommandContext, { group, users }: Named, options: ChangeOptions): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const { entries, faults } = await givenMembers(context, studio, { users, options })
  if (entries.length === 0) throw nothingUsable(faults)
  const groupId = await findGroupId(studio, instance.id, group)
  const confirmation = await agreementFor(context, instance, options, null)
  const order = { instance: instance.id, groupId, entries: [...entries], confirmation }
  const { jobId } = await studio.members.add(order)
  await followMemberJob(context, studio, { jobId, faults })
}

function nothingUsable(faults: GivenMembers['faults']): StudioError {
  const [first] = faults
  return new StudioError({
    code: 'entries-unusable',
    message: first ? `No line can be used. Line ${first.line}: ${first.message}` : 'The list is empty.',
    hint: 'Give ids or e-mails, one on each line, or a CSV file whose first line names the columns.',
  })
}

export function removeMembers(context: CommandContext): Command {
  return withInstance(
    new Command('remove')
      .description('Remove members from a group.')
      .argument('<group>', 'its id or whole name')
      .argument('[users...]', 'ids or e-mails')
      .option('--file <file>', fileHelp)
      .option('--member <uuid...>', 'memberships by their own ids')
      .option('--all', 'remove all members')
      .option('--yes', 'do not ask')
      .option('--confirm <name>', confirmHelp),
  ).action((group: string, users: readonly string[], options: RemoveOptions) =>
    remove(context, { group, users }, options),
  )
}

async function remove(
  context: CommandContext,
  { group, users }: Named,
  options: RemoveOptions,
): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const hasUsers = users.length > 0 || options.file !== undefined
  if ([hasUsers, options.member !== undefined, options.all === true].filter(Boolean).length !== 1)
    throw oneWay
  const given = hasUsers
    ? await givenMembers(context, studio, { users, options })
    : { entries: [], faults: [] }
  if (hasUsers && given.entries.length === 0) throw nothingUsable(given.faults)
  const groupId = await findGroupId(studio, instance.id, group)
  const takesAway = options.all ? 'All members are removed from the group.' : null
  const confirmation = await agreementFor(context, instance, options, takesAway)
  const choice: RemovalChoice = options.all
    ? { kind: 'all' }
    : options.member
      ? { kind: 'members', members: options.member.map((id) => ({ id })) }
      : { kind: 'users', entries: [...given.entries] }
  const { jobId } = await studio.members.remove({ instance: instance.id, groupId, choice, confirmation })
  await followMemberJob(context, studio, { jobId, faults: given.faults })
}

const oneWay = new StudioError({
  code: 'wrong-usage',
  message: 'Whom to remove must be said in one way: users, --file, --member or --all.',
  hint: 'lambda-studio members remove --help tells what each takes.',
})

export function replaceMembers(context: CommandContext): Command {
  return withInstance(
    new Command('replace')
      .description('Make a list the whole membership of a group.')
      .argument('<group>', 'its id or whole name')
      .argument('[users...]', 'ids or e-mails')
      .option('--file <file>', fileHelp)
      .option('--leave-out-faults', 'leave out lines that cannot be used')
      .option('--dry-run', 'show the difference alone')
      .option('--yes', 'do not ask')
      .option('--confirm <name>', confirmHelp),
  ).action((group: string, users: readonly string[], options: ReplaceOptions) =>
    replace(context, { group, users }, options),
  )
}

async function replace(
  context: CommandContext,
  { group, users }: Named,
  options: ReplaceOptions,
): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const { entries, faults } = await givenMembers(context, studio, { users, options })
  if (faults.length > 0 && !options.leaveOutFaults) throw faulty(faults)
  const groupId = await findGroupId(studio, instance.id, group)
  const request = { instance: instance.id, groupId, entries: [...entries] }
  const plan = await studio.members.planReplacement(request)
  if (options.dryRun) {
    context.output.result(plan, () => planText(plan))
    return
  }
  if (plan.faults.length > 0 && !options.leaveOutFaults) throw faulty(plan.faults)
  if (!context.output.json) context.output.tell(planText(plan))
  const takesAway = plan.removed.length > 0 ? `${plan.removed.length} members are removed.` : null
  // A list that came out empty would empty the group.
  const confirmation = await agreementFor(context, instance, options, takesAway, entries.length === 0)
  const { jobId } = await studio.members.replace({
    ...request,
    seen: plan.seen,
    leaveOutFaults: options.leaveOutFaults ?? false,
    confirmation,
  })
  await followMemberJob(context, studio, { jobId, faults })
  if (plan.faults.length > 0) context.end(exitCode.failed)
}

function faulty(faults: GivenMembers['faults']): StudioError {
  const lines = faults.slice(0, 5).map(({ line, message }) => `line ${line}: ${message}`)
  return new StudioError({
    code: 'entries-unusable',
    message: `${faults.length === 1 ? 'A line' : `${faults.length} lines`} cannot be used: ${lines.join(' ')} Nothing was written.`,
    hint: 'Correct them, or leave them out with --leave-out-faults.',
  })
}

function planText({ added, removed, changed, kept, faults }: ReplacementPlan): string {
  const lines = [
    ...added.map(({ userId, user }) => `+ ${user?.email ?? userId}`),
    ...changed.map(({ userId, user }) => `~ ${user?.email ?? userId}`),
    ...removed.map(({ userId, user }) => `- ${user?.email ?? userId}`),
  ]
  const shown = lines.length > 40 ? [...lines.slice(0, 40), `and ${lines.length - 40} more`] : lines
  const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${kept} kept`
  return [...shown, faults.length > 0 ? `${counts}, ${faults.length} lines unusable` : counts].join('\n')
}
