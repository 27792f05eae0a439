import { Command } from 'commander'
import colors from 'picocolors'
import type { LambdaSummary } from '../../contract/models/lambda.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { tellProblems } from '../workspace-problems.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'

/** `list`: the lambdas of the workspace. */
export function listCommand(context: CommandContext): Command {
  return withWorkspace(new Command('list').description('List the lambdas of the workspace.')).action(
    (options: WorkspaceOption) => list(context, options),
  )
}

async function list(context: CommandContext, { workspace }: WorkspaceOption): Promise<void> {
  const studio = await context.workspace(workspace)
  const info = await studio.workspace.current()
  const { lambdas, problems } = await studio.lambdas.list()
  context.output.result(lambdas, () => listText(lambdas))
  if (tellProblems(context.output, [...(info?.problems ?? []), ...problems])) context.end(exitCode.usage)
}

function listText(lambdas: readonly LambdaSummary[]): string {
  if (lambdas.length === 0) return 'No lambdas yet. lambda-studio new <type> <name> makes one.'
  const widest = Math.max(...lambdas.map(({ slug }) => slug.length))
  return lambdas
    .map(({ slug, type, name }) => `${colors.cyan(slug.padEnd(widest))}  ${type}  ${colors.dim(name)}`)
    .join('\n')
}
