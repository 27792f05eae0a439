import { Command } from 'commander'
import type { PlanEntry, SyncDifference } from '../../contract/models/sync.ts'
import { wantedEntries } from '../carry-out.ts'
import type { CommandContext } from '../context.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { patchText } from '../patch-text.ts'

/** `diff`: the texts of both sides where they differ. */
export function diffCommand(context: CommandContext): Command {
  return withInstance(
    new Command('diff')
      .description('Show what differs: lines with - are on the instance, lines with + in the workspace.')
      .argument('[slugs...]', 'only these lambdas'),
  ).action((slugs: string[], options: InstanceOption) => diff(context, slugs, options))
}

async function diff(
  context: CommandContext,
  slugs: readonly string[],
  options: InstanceOption,
): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const plan = await studio.sync.plan(instance.id)
  const wanted = new Set(wantedEntries(plan, slugs).map(entryKey))
  const found = await studio.sync.differences(instance.id)
  const differences = found.filter(({ entry }) => wanted.has(entryKey(entry)))
  const entries = differences.map(({ entry, local, remote, base }) => ({ ...entry, local, remote, base }))
  context.output.result({ instance: instance.id, entries }, () => {
    const texts = differences.map((difference) => patchOf(difference, instance.id))
    return texts.length === 0 ? `Everything is in step with ${instance.name}.` : texts.join('\n')
  })
}

function entryKey({ slug, id }: Pick<PlanEntry, 'slug' | 'id'>): string {
  return JSON.stringify([slug, id])
}

function patchOf({ entry, local, remote }: SyncDifference, instance: string): string {
  const name = entry.slug ?? entry.name
  return patchText(
    { label: `${instance}/${name}`, state: remote },
    { label: `workspace/${name}`, state: local },
  )
}
