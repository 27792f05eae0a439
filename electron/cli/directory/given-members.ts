import { StudioError } from '../../contract/errors.ts'
import type { MemberEntry, ParsedMembers } from '../../contract/models/directory-member.ts'
import type { StudioApi } from '../../contract/api.ts'
import { readText } from '../../core/files/read-text.ts'
import type { CommandContext } from '../context.ts'
import { readData } from './read-data.ts'

/** Where a command takes users from. */
export interface GivenOptions {
  readonly file?: string
  readonly data?: string
}

/** Users that a command was given, and the lines that cannot be used. */
export type GivenMembers = Pick<ParsedMembers, 'entries' | 'faults'>

/**
 * The users of a command: its arguments, and those in a file, or on standard input for `-`.
 * @throws StudioError `wrong-usage`, `unreadable-file`, `too-many-entries`
 */
export async function givenMembers(
  context: CommandContext,
  studio: StudioApi,
  { users, options }: { readonly users: readonly string[]; readonly options: GivenOptions },
): Promise<GivenMembers> {
  if (users.length === 0 && options.file === undefined) throw nobody
  const data = options.data === undefined ? undefined : await readData(options.data)
  const named = users.map((user): MemberEntry => ({ user, ...(data && { data }) }))
  const read =
    options.file === undefined ? none : await studio.members.parse(await textOf(context, options.file))
  const withData = read.entries.map((entry) => ({ ...(data && { data }), ...entry }))
  return { entries: [...named, ...withData], faults: read.faults }
}

const none: GivenMembers = { entries: [], faults: [] }

function textOf({ process }: CommandContext, file: string): Promise<string> {
  return file === '-' ? process.readStdin() : readText(file)
}

const nobody = new StudioError({
  code: 'wrong-usage',
  message: 'No user is named.',
  hint: 'Name users by id or e-mail, or give a list or CSV file with --file; --file - reads standard input.',
})
