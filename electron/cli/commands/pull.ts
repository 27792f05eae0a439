import { Command } from 'commander'
import {
  actionOf,
  applyAndWait,
  carriedEntries,
  endCarried,
  orderOf,
  wantedEntries,
  type Carry,
} from '../carry-out.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { refuseUnnamed } from '../overwrite.ts'
import { carriedText } from '../sync-text.ts'
import { tellProblems } from '../workspace-problems.ts'

interface PullOptions extends InstanceOption {
  readonly delete?: boolean
  readonly overwrite?: boolean
}

/** `pull`: makes the workspace as the instance is, where nobody changed both. */
export function pullCommand(context: CommandContext): Command {
  return withInstance(
    new Command('pull')
      .description('Bring what was changed on an instance into the workspace.')
      .argument('[slugs...]', 'only these lambdas; one that is only there goes by its name or id')
      .option('--delete', 'also delete here what was deleted there')
      .option('--overwrite', 'take their text of the lambdas named, also where both sides changed'),
  ).action((slugs: string[], options: PullOptions) => pull(context, slugs, options))
}

async function pull(context: CommandContext, slugs: readonly string[], options: PullOptions): Promise<void> {
  refuseUnnamed(slugs, options)
  const { studio, instance } = await openInstance(context, options)
  const plan = await studio.sync.plan(instance.id)
  const carry: Carry = {
    direction: 'pull',
    deletes: options.delete ?? false,
    overwrite: options.overwrite ?? false,
  }
  const wanted = wantedEntries(plan, slugs)
  const order = wanted.flatMap((entry) => {
    const action = actionOf(entry, carry)
    return action ? orderOf(entry, action) : []
  })
  const report = await applyAndWait(
    studio,
    { instance: instance.id, entries: order },
    { force: true, confirmation: null },
    context.process.interrupted(),
  )
  const entries = carriedEntries(wanted, carry, report)
  const { error } = report
  context.output.result({ instance: instance.id, entries, ...(error && { error }) }, () =>
    carriedText(entries, instance.name),
  )
  endCarried(context, entries, error)
  if (tellProblems(context.output, plan.problems)) context.end(exitCode.usage)
}
