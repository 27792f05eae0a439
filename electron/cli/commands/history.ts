import { Command } from 'commander'
import colors from 'picocolors'
import type { HistoryEntry } from '../../contract/models/history.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'
import { tellProblems } from '../workspace-problems.ts'

/** `history`: the snapshots of a lambda. */
export function historyCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('history')
      .description('List what was kept of a lambda before each save, pull, push and restore.')
      .argument('<slug>', 'the lambda, by the name of its folder'),
  ).action((slug: string, options: WorkspaceOption) => history(context, slug, options))
}

async function history(context: CommandContext, slug: string, { workspace }: WorkspaceOption): Promise<void> {
  const studio = await context.workspace(workspace)
  const { entries, problems } = await studio.history.list(slug)
  if (entries.length === 0) await studio.lambdas.read(slug)
  context.output.result(entries, () => historyText(entries))
  if (tellProblems(context.output, problems)) context.end(exitCode.usage)
}

function historyText(entries: readonly HistoryEntry[]): string {
  if (entries.length === 0)
    return 'Nothing yet: the first save through the studio keeps what was there before.'
  return entries
    .map(({ id, at, reason, instance, bytes }) => {
      const why = `before a ${reason}${instance === undefined ? '' : ` (${instance})`}`
      return `${colors.cyan(id)}  ${new Date(at).toLocaleString()}  ${why}  ${colors.dim(`${bytes} bytes`)}`
    })
    .join('\n')
}
