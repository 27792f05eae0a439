import type { InstanceInfo } from '../../contract/models/instance.ts'
import { StudioError } from '../../contract/errors.ts'
import { confirmationFor, confirmationMissing, type ConfirmOptions } from '../confirm.ts'
import type { CommandContext } from '../context.ts'

/**
 * The confirmation that a change of groups or members goes with. A protected instance wants its name; what takes
 * something away is asked about, unless `--yes`, and refused where there is no terminal to ask at.
 * @throws StudioError `confirmation-missing`, `cancelled`
 */
export async function agreementFor(
  context: CommandContext,
  instance: InstanceInfo,
  options: ConfirmOptions,
  takesAway: string | null,
): Promise<string | null> {
  const summary = (): string => takesAway ?? ''
  if (instance.protection !== 'none') {
    return confirmationFor(context, instance, options, { count: 1, summary })
  }
  if (takesAway === null || options.yes) return null
  const answer = await context.process.ask(`${takesAway} Go on? [y/N] `)
  if (answer === null) throw confirmationMissing(instance.name, false)
  if (/^y(es)?$/i.test(answer.trim())) return null
  throw new StudioError({
    code: 'cancelled',
    message: 'Nothing was written.',
    hint: 'Answer with y to go on.',
  })
}
