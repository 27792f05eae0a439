import { Command } from 'commander'
import { actionOf, applyAndWait, carriedEntries, endCarried, orderOf, wantedEntries } from '../carry-out.ts'
import type { Carry } from '../carry-out.ts'
import { confirmationFor, type ConfirmOptions } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { refuseUnnamed } from '../overwrite.ts'
import {
  isPlanFile,
  readPlanFile,
  refuseBesidesPlan,
  refuseOutdated,
  writePlanFile,
  type PlannedOrder,
} from '../plan-file.ts'
import { carriedText, failuresText, planText } from '../sync-text.ts'
import { tellProblems } from '../workspace-problems.ts'

interface PushOptions extends InstanceOption, ConfirmOptions {
  readonly delete?: boolean
  readonly force?: boolean
  readonly overwrite?: boolean
  readonly plan?: string
}

/** `push`: makes the instance as the workspace is, where nobody changed both. */
export function pushCommand(context: CommandContext): Command {
  return withInstance(
    new Command('push')
      .description('Put what was changed in the workspace onto an instance, after checks and cases.')
      .argument('[slugs or plan...]', 'only these lambdas; or a plan file, to carry out exactly that')
      .option('--yes', 'do not ask')
      .option('--confirm <name>', 'the name of the instance, where its protection asks for it')
      .option('--delete', 'also delete there what was deleted here, unless something uses it')
      .option('--force', 'push although checks or cases fail')
      .option('--overwrite', 'put your text of the lambdas named there, also where both sides changed')
      .option('--plan <file>', 'write what would be done to a file, and do nothing'),
  ).action((names: string[], options: PushOptions) => push(context, names, options))
}

async function push(context: CommandContext, names: readonly string[], options: PushOptions): Promise<void> {
  const file = await planFileAmong(names)
  const order = file === null ? null : await readPlanFile(file)
  if (order) refuseBesidesPlan(order, options)
  const opened = await openInstance(context, order ? { ...options, instance: order.instance } : options)
  const { studio, instance } = opened
  const plan = await studio.sync.plan(instance.id)
  const carry = order ?? carryOf(names, options)
  if (order) refuseOutdated(order, plan, instance)
  const wanted = order ? order.entries : wantedEntries(plan, names)
  const toDo = wanted.filter((entry) => actionOf(entry, carry) !== null)
  if (options.plan !== undefined) {
    const planned: PlannedOrder = {
      ...carry,
      instance: instance.id,
      url: instance.url,
      at: plan.at,
      entries: wanted,
    }
    await writePlanFile(options.plan, planned)
    context.output.result({ ...plan, entries: wanted, plan: options.plan }, () =>
      planText(wanted, instance.name),
    )
    return
  }
  const remote = toDo.filter(({ kind }) => kind !== 'same')
  const confirmation = await confirmationFor(context, instance, options, {
    count: remote.length,
    summary: () => planText(remote, instance.name),
  })
  const report = await applyAndWait(
    studio,
    {
      instance: instance.id,
      entries: toDo.flatMap((entry) => {
        const action = actionOf(entry, carry)
        return action ? orderOf(entry, action) : []
      }),
    },
    { force: options.force ?? false, confirmation },
    context.process.interrupted(),
  )
  const entries = carriedEntries(wanted, carry, report)
  const { error, failures } = report
  context.output.result({ instance: instance.id, entries, failures, ...(error && { error }) }, () =>
    [...failuresText(failures, 'lambdas'), carriedText(entries, instance.name)].join('\n'),
  )
  endCarried(context, entries, error)
  if (tellProblems(context.output, plan.problems)) context.end(exitCode.usage)
}

function carryOf(names: readonly string[], options: PushOptions): Carry {
  refuseUnnamed(names, options)
  return { direction: 'push', deletes: options.delete ?? false, overwrite: options.overwrite ?? false }
}

async function planFileAmong(names: readonly string[]): Promise<string | null> {
  const [only, ...others] = names
  return only !== undefined && others.length === 0 && (await isPlanFile(only)) ? only : null
}
