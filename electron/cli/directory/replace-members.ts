import { Command } from 'commander'
import { StudioError } from '../../contract/errors.ts'
import type { ReplacementPlan } from '../../contract/models/directory-member-change.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { openInstance, withInstance } from '../instance-option.ts'
import { ProgressLine } from '../progress-line.ts'
import { agreementFor } from './agree.ts'
import { findGroupId } from './find-group.ts'
import { givenMembers, type GivenMembers } from './given-members.ts'
import { confirmHelp, fileHelp, type MemberChangeOptions, type NamedMembers } from './member-change.ts'
import { followMemberJob } from './member-job.ts'

interface ReplaceOptions extends MemberChangeOptions {
  readonly leaveOutFaults?: boolean
  readonly dryRun?: boolean
}

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
  { group, users }: NamedMembers,
  options: ReplaceOptions,
): Promise<void> {
  const progress = new ProgressLine(context, 'members')
  const { studio, instance } = await openInstance(context, options, { emit: progress.emit })
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
  const takesAway = plan.removed.length > 0 ? removalText(plan.removed.length) : null
  const confirmation = await agreementFor(context, instance, options, takesAway)
  const { jobId } = await studio.members.replace({
    ...request,
    seen: plan.seen,
    leaveOutFaults: options.leaveOutFaults ?? false,
    confirmation,
  })
  await followMemberJob(context, studio, { jobId, faults, progress })
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

function removalText(count: number): string {
  return count === 1 ? 'A member is removed.' : `${count} members are removed.`
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
