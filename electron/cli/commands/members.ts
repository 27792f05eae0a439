import { Command } from 'commander'
import colors from 'picocolors'
import type { ErrorData } from '../../contract/errors.ts'
import type { Member } from '../../contract/models/directory-member.ts'
import { wholeNumber } from '../arguments.ts'
import { chooseType } from '../choose-type.ts'
import type { CommandContext } from '../context.ts'
import { addMembers } from '../directory/add-members.ts'
import { removeMembers } from '../directory/remove-members.ts'
import { replaceMembers } from '../directory/replace-members.ts'
import { findApplicationId } from '../directory/find-application.ts'
import { findGroupId } from '../directory/find-group.ts'
import { findUserId } from '../directory/find-user.ts'
import { readAll } from '../directory/read-all.ts'
import { runForMembers } from '../directory/run-members.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'

interface ListOptions extends InstanceOption {
  readonly search?: string
  readonly start: number
  readonly limit?: number
}

interface InputOptions extends InstanceOption {
  readonly type?: string
  readonly application?: string
  readonly mask?: boolean
  readonly maskSeed: number
  readonly case?: boolean
}

/** `members`: the members of groups, and inputs made from people. */
export function membersCommand(context: CommandContext): Command {
  return new Command('members')
    .description('List, add, remove and replace the members of a group; make inputs of people.')
    .addCommand(listCommand(context))
    .addCommand(addMembers(context))
    .addCommand(removeMembers(context))
    .addCommand(replaceMembers(context))
    .addCommand(inputCommand(context))
    .addCommand(runForMembers(context))
}

function listCommand(context: CommandContext): Command {
  return withInstance(
    new Command('list')
      .description('List the members of a group.')
      .argument('<group>', 'its id or whole name')
      .option('--search <text>', 'only members with this in their name, e-mail or username')
      .option('--start <row>', 'leave out so many first', wholeNumber(0, 10_000_000), 0)
      .option('--limit <count>', 'at most so many', wholeNumber(1, 10_000_000)),
  ).action((group: string, options: ListOptions) => list(context, group, options))
}

async function list(context: CommandContext, group: string, options: ListOptions): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const groupId = await findGroupId(studio, instance.id, group)
  const { search } = options
  const { rows, total } =
    search === undefined
      ? await readAll(options, async (page) => {
          const found = await studio.members.list(instance.id, { groupId, ...page })
          if (found.usersUnread && page.startRow === options.start)
            context.output.tell(unreadText(found.usersUnread))
          return { rows: found.members, total: found.total }
        })
      : await found(options, (next) => studio.members.search(instance.id, { groupId, text: search, next }))
  context.output.result({ members: rows, total }, () => memberText(rows, total))
}

const unreadText = ({ message, hint }: ErrorData): string =>
  `The users cannot be read, so that members are listed by their ids. ${message} ${hint}`

interface Findings {
  readonly members: readonly Member[]
  readonly next: string | null
}

async function found(
  { start, limit = Infinity }: ListOptions,
  search: (next: string | null) => Promise<Findings>,
): Promise<{ readonly rows: readonly Member[]; readonly total: number }> {
  let page = await search(null)
  const all = [...page.members]
  while (page.next !== null && all.length < start + limit) {
    page = await search(page.next)
    all.push(...page.members)
  }
  return { rows: all.slice(start, start + limit), total: all.length }
}

function memberText(members: readonly Member[], total: number): string {
  if (members.length === 0) return total === 0 ? 'No members.' : `None of ${total} members.`
  const lines = members.map(({ userId, user, insertInstant }) => {
    const since = insertInstant === null ? '' : new Date(insertInstant).toLocaleDateString()
    const email = user?.email && user.email !== user.name ? `  ${user.email}` : ''
    return `${colors.cyan(userId)}  ${user?.name ?? '(not readable)'}${email}  ${colors.dim(since)}`
  })
  return [...lines, ...(members.length < total ? [colors.dim(`${members.length} of ${total}`)] : [])].join(
    '\n',
  )
}

function inputCommand(context: CommandContext): Command {
  return withInstance(
    new Command('input')
      .description('Print a case input made from a user, as lambdas of a type would get it.')
      .argument('<user>', 'id, e-mail or username')
      .option('--type <type>', 'the lambda type, such as JWTPopulate')
      .option('--application <application>', 'the application that the user logs in to, by id or name')
      .option('--mask', 'replace personal data, the same value always by the same')
      .option('--mask-seed <n>', 'another number masks otherwise', wholeNumber(0, 2 ** 31), 0)
      .option('--case', 'print a case file with the input in it'),
  ).action((user: string, options: InputOptions) => input(context, user, options))
}

async function input(context: CommandContext, user: string, options: InputOptions): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const type = chooseType(await studio.types.list(), options.type, false)
  const { application } = options
  const made = await studio.users.input(instance.id, {
    userId: await findUserId(studio, instance.id, user),
    applicationId:
      application === undefined ? null : await findApplicationId(studio, instance.id, application),
    type: typeof type === 'string' ? type : type.type,
    mask: options.mask ?? false,
    maskSeed: options.maskSeed,
  })
  for (const note of made.notes) context.output.tell(note)
  const printed = options.case ? { input: made.input } : made.input
  context.output.result(printed, () => JSON.stringify(printed, null, 2))
}
