import { Command } from 'commander'
import { StudioError } from '../../contract/errors.ts'
import type { RemovalChoice } from '../../contract/models/directory-member-change.ts'
import type { CommandContext } from '../context.ts'
import { openInstance, withInstance } from '../instance-option.ts'
import { ProgressLine } from '../progress-line.ts'
import { agreementFor } from './agree.ts'
import { findGroupId } from './find-group.ts'
import { givenMembers } from './given-members.ts'
import {
  confirmHelp,
  fileHelp,
  nothingUsable,
  type MemberChangeOptions,
  type NamedMembers,
} from './member-change.ts'
import { followMemberJob } from './member-job.ts'

interface RemoveOptions extends MemberChangeOptions {
  readonly member?: readonly string[]
  readonly all?: boolean
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
  { group, users }: NamedMembers,
  options: RemoveOptions,
): Promise<void> {
  const progress = new ProgressLine(context, 'members')
  const { studio, instance } = await openInstance(context, options, { emit: progress.emit })
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
  await followMemberJob(context, studio, { jobId, faults: given.faults, progress })
}

const oneWay = new StudioError({
  code: 'wrong-usage',
  message: 'Whom to remove must be said in one way: users, --file, --member or --all.',
  hint: 'lambda-studio members remove --help tells what each takes.',
})
