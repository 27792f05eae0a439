import { StudioError } from '../../contract/errors.ts'
import type { ConfirmOptions } from '../confirm.ts'
import type { InstanceOption } from '../instance-option.ts'
import type { GivenMembers, GivenOptions } from './given-members.ts'

/** What every change of members takes. */
export interface MemberChangeOptions extends InstanceOption, ConfirmOptions, GivenOptions {}

/** The group and the users that a command names. */
export interface NamedMembers {
  readonly group: string
  readonly users: readonly string[]
}

export const fileHelp =
  'ids or e-mails, or a CSV file with columns such as email and data; - reads standard input'
export const confirmHelp = 'the name of the instance, where its protection asks for it'

/** The failure of a list of which no line can be used. */
export function nothingUsable(faults: GivenMembers['faults']): StudioError {
  const [first] = faults
  return new StudioError({
    code: 'entries-unusable',
    message: first ? `No line can be used. Line ${first.line}: ${first.message}` : 'The list is empty.',
    hint: 'Give ids or e-mails, one on each line, or a CSV file whose first line names the columns.',
  })
}
