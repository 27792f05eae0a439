import { StudioError } from '../../../contract/errors.ts'
import {
  mostEntries,
  type LineFault,
  type MemberEntry,
  type ParsedMembers,
} from '../../../contract/models/directory-member.ts'
import { say } from '../../../contract/words.ts'
import { readGiven } from '../people/given-user.ts'
import { notAUser } from './csv-row.ts'
import { isCsv, parseCsv } from './parse-csv.ts'

/**
 * Reads users out of text: a list of ids and e-mails set apart by spaces, commas or lines, or a CSV file whose first
 * line names its columns. Columns that are not known become member data; faults are told by line, and the other lines
 * are used.
 * @throws StudioError `too-many-entries`
 */
export function parseMembers(text: string): ParsedMembers {
  const plain = text.replace(/^\uFEFF/, '')
  const parsed = isCsv(plain) ? parseCsv(plain) : parseList(plain)
  if (parsed.entries.length <= mostEntries) return parsed
  throw new StudioError({
    code: 'too-many-entries',
    message: say`The list names ${parsed.entries.length} users; up to ${mostEntries} can be read at once.`,
    hint: 'Cut the list into parts.',
  })
}

function parseList(text: string): ParsedMembers {
  const entries: MemberEntry[] = []
  const faults: LineFault[] = []
  for (const [at, content] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1
    for (const user of content
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(unwrapped)) {
      if (readGiven(user).kind === 'neither') faults.push(notAUser(line, user))
      else entries.push({ user, line })
    }
  }
  return { format: 'list', entries, faults, dataColumns: [] }
}

/** Mail programs write `Name <address>`; quotes and brackets are no part of an address. */
function unwrapped(word: string): string {
  return word.replace(/^["'<(]+|["'>)]+$/g, '')
}
