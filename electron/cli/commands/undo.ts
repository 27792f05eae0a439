import { Command } from 'commander'
import { StudioError } from '../../contract/errors.ts'
import { endCarried, withResults } from '../carry-out.ts'
import { confirmationFor, type ConfirmOptions } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import { openInstance, withInstance, type InstanceOption } from '../instance-option.ts'
import { resultsText } from '../sync-text.ts'

/** `undo`: takes back the last push, pull or promotion. */
export function undoCommand(context: CommandContext): Command {
  return withInstance(
    new Command('undo')
      .description('Take back the last push or pull with an instance, where nobody changed it since.')
      .option('--yes', 'do not ask')
      .option('--confirm <name>', 'the name of the instance, where its protection asks for it'),
  ).action((options: InstanceOption & ConfirmOptions) => undo(context, options))
}

async function undo(context: CommandContext, options: InstanceOption & ConfirmOptions): Promise<void> {
  const { studio, instance } = await openInstance(context, options)
  const last = (await studio.sync.undoable()).find((each) => each.instance === instance.id)
  if (!last) throw nothingToUndo
  const confirmation = await confirmationFor(context, instance, options, {
    count: last.names.length,
    summary: () => `Taking back what was done at ${last.at} to: ${last.names.join(', ')}`,
  })
  const { jobId } = await studio.sync.undo(last.jobId, confirmation)
  const { results, error } = withResults(await studio.sync.finish(jobId))
  context.output.result({ instance: instance.id, entries: results, ...(error && { error }) }, () =>
    resultsText(results),
  )
  endCarried(context, results, error)
}

const nothingToUndo = new StudioError({
  code: 'not-undoable',
  message: 'There is no push or pull with this instance that could be taken back.',
  hint: 'lambda-studio history <slug> has the texts of each lambda.',
})
