import { Command } from 'commander'
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

export function addMembers(context: CommandContext): Command {
  return withInstance(
    new Command('add')
      .description('Add users to a group.')
      .argument('<group>', 'its id or whole name')
      .argument('[users...]', 'ids or e-mails')
      .option('--file <file>', fileHelp)
      .option('--data <json>', 'custom data of the memberships: a JSON object, or @file')
      .option('--confirm <name>', confirmHelp),
  ).action((group: string, users: readonly string[], options: MemberChangeOptions) =>
    add(context, { group, users }, options),
  )
}

async function add(
  context: CommandContext,
  { group, users }: NamedMembers,
  options: MemberChangeOptions,
): Promise<void> {
  const progress = new ProgressLine(context, 'members')
  const { studio, instance } = await openInstance(context, options, { emit: progress.emit })
  const { entries, faults } = await givenMembers(context, studio, { users, options })
  if (entries.length === 0) throw nothingUsable(faults)
  const groupId = await findGroupId(studio, instance.id, group)
  const confirmation = await agreementFor(context, instance, options, null)
  const order = { instance: instance.id, groupId, entries: [...entries], confirmation }
  const { jobId } = await studio.members.add(order)
  await followMemberJob(context, studio, { jobId, faults, progress })
}
