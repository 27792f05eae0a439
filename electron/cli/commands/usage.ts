import { Command } from 'commander'
import colors from 'picocolors'
import type { StudioApi } from '../../contract/api.ts'
import type { LambdaUsage } from '../../contract/models/assignment.ts'
import { wantedEntries } from '../carry-out.ts'
import type { CommandContext } from '../context.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'

/** `usage`: where lambdas are used on an instance. */
export function usageCommand(context: CommandContext): Command {
  return withInstance(
    new Command('usage')
      .description('Show which applications, tenants, identity providers and connectors use a lambda.')
      .argument('<slug>', 'the lambda; one that is only there goes by its name or id'),
  ).action((slug: string, options: InstanceOption) => usage(context, slug, options))
}

async function usage(context: CommandContext, slug: string, options: InstanceOption): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const found = await findUsage(studio, instance.id, slug)
  context.output.result({ slug, ...found }, () => usageText(found, instance.name))
}

/** A lambda that only the instance has goes by its name or id, as in a pull. */
async function findUsage(studio: StudioApi, instance: string, name: string): Promise<LambdaUsage> {
  const { lambdas } = await studio.lambdas.list()
  if (lambdas.some(({ slug }) => slug === name)) return studio.assignments.usage(instance, name)
  const [entry] = wantedEntries(await studio.sync.plan(instance), [name])
  const { id = null, type = '' } = entry ?? {}
  if (id === null) throw new TypeError('An entry without a slug has an id.')
  return studio.assignments.usageThere(instance, { id, type })
}

function usageText({ places, unread }: LambdaUsage, instance: string): string {
  const lines = places.map(({ owner, ui }) => `${owner.kind} ${colors.bold(owner.name)}  ${colors.dim(ui)}`)
  const gaps = unread.map(({ kind, error }) => colors.yellow(`${kind}s cannot be read: ${error.message}`))
  return [...(places.length === 0 ? [`Nothing on ${instance} uses it.`] : lines), ...gaps].join('\n')
}
