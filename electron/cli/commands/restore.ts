import { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'

/** `restore`: puts a snapshot back. */
export function restoreCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('restore')
      .description('Put a lambda back as it was; what is there now is kept in its history.')
      .argument('<slug>', 'the lambda, by the name of its folder')
      .argument('<entry>', 'the snapshot, as lambda-studio history names it'),
  ).action((slug: string, entry: string, options: WorkspaceOption) =>
    restore(context, { slug, entry }, options),
  )
}

async function restore(
  context: CommandContext,
  { slug, entry }: { readonly slug: string; readonly entry: string },
  { workspace }: WorkspaceOption,
): Promise<void> {
  const studio = await context.workspace(workspace)
  const { body: _body, revision: _revision, ...lambda } = await studio.history.restore(slug, entry)
  context.output.result({ ...lambda, restored: entry }, () => `Put ${slug} back as it was in ${entry}.`)
}
