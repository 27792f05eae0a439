import { StudioError } from '../contract/errors.ts'
import type { InstanceInfo } from '../contract/models/instance.ts'
import type { CommandContext } from './context.ts'

/** How a write to an instance is confirmed without a question. */
export interface ConfirmOptions {
  readonly yes?: boolean
  readonly confirm?: string
}

/** What is to be confirmed. */
export interface Confirmed {
  readonly count: number
  readonly summary: () => string
}

/**
 * Asks before something is written to an instance; gives the name that was typed where the instance wants it.
 * @throws StudioError `confirmation-missing`, `cancelled`
 */
export async function confirmationFor(
  { process, output }: CommandContext,
  { name, protection }: InstanceInfo,
  { yes, confirm }: ConfirmOptions,
  { count, summary }: Confirmed,
): Promise<string | null> {
  if (count === 0 || protection === 'read-only' || confirm !== undefined) return confirm ?? null
  if (yes && protection === 'none') return null
  const isTyped = protection === 'confirm'
  if (!yes) output.tell(summary())
  const answer = await process.ask(isTyped ? `Type ${name} to write to it: ` : `Write to ${name}? [y/N] `)
  if (answer === null) throw confirmationMissing(name, isTyped)
  if (isTyped) return answer.trim()
  if (/^y(es)?$/i.test(answer.trim())) return null
  throw cancelled
}

export function confirmationMissing(name: string, isTyped: boolean): StudioError {
  return new StudioError({
    code: 'confirmation-missing',
    message: `Writing to ${name} needs a yes, and there is no terminal to ask at; nothing was written.`,
    hint: isTyped ? `Add --confirm ${JSON.stringify(name)}.` : 'Add --yes.',
  })
}

const cancelled = new StudioError({
  code: 'cancelled',
  message: 'Nothing was written.',
  hint: 'Answer with y to go on.',
})
