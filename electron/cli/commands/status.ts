import { Command } from 'commander'
import { wantedEntries } from '../carry-out.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { planText } from '../sync-text.ts'
import { tellProblems } from '../workspace-problems.ts'

/** `status`: what would put the workspace and an instance in step. */
export function statusCommand(context: CommandContext): Command {
  return withInstance(
    new Command('status')
      .description('Compare the workspace with an instance; writes nothing.')
      .argument('[slugs...]', 'only these lambdas'),
  ).action((slugs: string[], options: InstanceOption) => status(context, slugs, options))
}

async function status(
  context: CommandContext,
  slugs: readonly string[],
  options: InstanceOption,
): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const plan = await studio.sync.plan(instance.id)
  const entries = wantedEntries(plan, slugs)
  context.output.result({ ...plan, entries }, () => planText(entries, instance.name))
  if (entries.some(({ kind }) => kind === 'conflict')) context.end(exitCode.conflicts)
  if (tellProblems(context.output, plan.problems)) context.end(exitCode.usage)
}
