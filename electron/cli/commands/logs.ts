import { Command, Option } from 'commander'
import colors from 'picocolors'
import { StudioError } from '../../contract/errors.ts'
import { eventLevel, type EventLevel, type EventLogRun } from '../../contract/models/event-log.ts'
import { wholeNumber } from '../arguments.ts'
import type { CommandContext } from '../context.ts'
import { followLog } from '../follow-log.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'

interface LogsOptions extends InstanceOption {
  readonly level?: EventLevel
  readonly text?: string
  readonly since?: string
  readonly limit: number
  readonly follow?: boolean
  readonly json?: boolean
}

/** `logs`: what lambdas left in the event log of an instance. */
export function logsCommand(context: CommandContext): Command {
  return withInstance(
    new Command('logs')
      .description('Show what lambdas wrote to the event log of an instance, newest first.')
      .argument('[slug]', 'only this lambda')
      .addOption(new Option('--level <level>', 'only this level').choices(eventLevel.options))
      .option('--text <text>', 'only entries with this text')
      .option('--since <time>', 'only entries since this time, such as 2026-01-31T12:00:00Z')
      .option('--limit <n>', 'entries to show', wholeNumber(1, 500), 50)
      .option('--follow', 'go on with new entries until Ctrl+C'),
  ).action((slug: string | undefined, options: LogsOptions) => logs(context, slug ?? null, options))
}

async function logs(context: CommandContext, slug: string | null, options: LogsOptions): Promise<void> {
  const query = queryOf(slug, options)
  if (!options.follow) {
    const { studio, instance } = await openInstance(context, options)
    const page = await studio.eventLog.read(instance.id, query)
    context.output.result({ instance: instance.id, ...page }, () => page.runs.map(runText).join('\n\n'))
    return
  }
  if (options.json) throw followPrintsText
  const print = (runs: readonly EventLogRun[]): void => {
    for (const run of runs) context.output.print(`${runText(run)}\n`)
  }
  await followLog(context, options, { query, print })
}

function queryOf(slug: string | null, { level, text, since, limit }: LogsOptions) {
  const start = since === undefined ? undefined : Date.parse(since)
  if (start !== undefined && !(start >= 0)) throw wrongTime
  return {
    slug,
    limit,
    ...(level && { level }),
    ...(text !== undefined && { text }),
    ...(start && { since: start }),
  }
}

function runText({ at, level, lambdaName, lambdaId, lines }: EventLogRun): string {
  const paint = { Information: colors.cyan, Debug: colors.dim, Error: colors.red }[level]
  const head = `${colors.dim(at)}  ${paint(level)}  ${colors.bold(lambdaName ?? lambdaId ?? '')}`
  return [head, ...lines.map((line) => `  ${line}`)].join('\n')
}

const wrongTime = new StudioError({
  code: 'wrong-usage',
  message: '--since takes a time such as 2026-01-31T12:00:00Z.',
  hint: 'lambda-studio logs --help tells what it takes.',
})

const followPrintsText = new StudioError({
  code: 'wrong-usage',
  message: '--follow and --json do not go together: --json prints one value, and following never ends.',
  hint: 'Leave one of them out.',
})
