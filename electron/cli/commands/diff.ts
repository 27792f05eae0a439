import { Command } from 'commander'
import { createTwoFilesPatch } from 'diff'
import colors from 'picocolors'
import type { LambdaState, SyncDifference } from '../../contract/models/sync.ts'
import { mapInParallel } from '../../core/files/map-in-parallel.ts'
import { wantedEntries } from '../carry-out.ts'
import type { CommandContext } from '../context.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'

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
  const differing = wantedEntries(plan, slugs).filter(({ kind }) => kind !== 'same')
  const differences = await mapInParallel(differing, 4, ({ slug, id }) =>
    studio.sync.difference(instance.id, { slug, id }),
  )
  const entries = differences.map(({ entry, local, remote, base }) => ({ ...entry, local, remote, base }))
  context.output.result({ instance: instance.id, entries }, () => {
    const texts = differences.map((difference) => patchOf(difference, instance.id))
    return texts.length === 0 ? `Everything is in step with ${instance.name}.` : texts.join('\n')
  })
}

function patchOf({ entry, local, remote }: SyncDifference, instance: string): string {
  const name = entry.slug ?? entry.name
  const [from, to] = [`${instance}/${name}`, `workspace/${name}`]
  const [before, after] = [textOf(remote), textOf(local)]
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { timeout: patienceMs })
  return (patch ?? wholePatch(`\n--- ${from}\n+++ ${to}`, before, after))
    .split('\n')
    .slice(1)
    .map((line) => paint(line))
    .join('\n')
}

/** Texts that differ in tens of thousands of lines are shown one after the other. */
const patienceMs = 5000

function wholePatch(head: string, before: string, after: string): string {
  const marked = (mark: string, text: string): string => text.replace(/^/gm, mark)
  return `${head}\n${marked('-', before)}\n${marked('+', after)}\n`
}

/** Settings that differ are shown before the body. */
function textOf(state: LambdaState | null): string {
  if (!state) return ''
  const { name, type, engineType, debug, body } = state
  return `name: ${name}\ntype: ${type}\nengine: ${engineType}\ndebug: ${debug ? 'on' : 'off'}\n\n${body}`
}

function paint(line: string): string {
  if (line.startsWith('+')) return colors.green(line)
  if (line.startsWith('-')) return colors.red(line)
  return line.startsWith('@@') ? colors.cyan(line) : line
}
