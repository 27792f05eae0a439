import { isJsonObject, type JsonObject } from '../../../contract/json.ts'
import type { MemberEntry } from '../../../contract/models/directory-member.ts'
import { said, say } from '../../../contract/words.ts'
import { readGiven, readId } from '../people/given-user.ts'
import type { Ending } from './ledger.ts'

/** An entry that can be used, before it is known whether there is such a user. */
export interface Candidate {
  readonly row: number
  readonly user:
    { readonly kind: 'id'; readonly id: string } | { readonly kind: 'email'; readonly email: string }
  /** The id that the membership shall have; null leaves it to the server. */
  readonly memberId: string | null
  readonly data: JsonObject | null
}

/** An entry that cannot be used, or the same user again. */
export interface RefusedEntry {
  readonly row: number
  readonly ending: Ending
}

/** What can be told about entries without asking a server. */
export interface CheckedEntries {
  readonly candidates: readonly Candidate[]
  readonly refused: readonly RefusedEntry[]
}

/** Sorts entries into those that can be used and those that cannot. */
export function checkEntries(entries: readonly MemberEntry[]): CheckedEntries {
  const candidates: Candidate[] = []
  const refused: RefusedEntry[] = []
  const firstRows = new Map<string, number>()
  for (const [row, entry] of entries.entries()) {
    const read = readEntry(row, entry)
    if ('ending' in read) {
      refused.push(read)
      continue
    }
    const repeated = keysOf(read).find((key) => firstRows.has(key))
    if (repeated === undefined) candidates.push(read)
    else refused.push({ row, ending: repetition(entries, firstRows.get(repeated) ?? 0, repeated) })
    for (const key of keysOf(read)) if (!firstRows.has(key)) firstRows.set(key, row)
  }
  return { candidates, refused }
}

function keysOf({ user, memberId }: Candidate): readonly string[] {
  const key = user.kind === 'id' ? user.id : user.email
  return memberId === null ? [key] : [key, `member ${memberId}`]
}

function readEntry(row: number, { user, id, data }: MemberEntry): Candidate | RefusedEntry {
  const reading = readGiven(user)
  if (reading.kind === 'neither') return { row, ending: notAnId(user) }
  const memberId = id === undefined || id.trim() === '' ? null : readId(id)
  if (memberId === null && id !== undefined && id.trim() !== '') return { row, ending: memberIdUnusable(id) }
  if (data !== undefined && data !== null && !isJsonObject(data)) return { row, ending: dataNotObject }
  return { row, user: reading, memberId, data: data ?? null }
}

function repetition(entries: readonly MemberEntry[], first: number, key: string): Ending {
  const place = entries[first]?.line ?? first + 1
  const isMemberId = key.startsWith('member ')
  return isMemberId
    ? said<Ending>({
        outcome: 'failed',
        code: 'member-id-repeated',
        message: say`Line ${place} has the same member id.`,
      })
    : said<Ending>({
        outcome: 'skipped',
        code: 'duplicate',
        message: say`The same user is on line ${place} already.`,
      })
}

function notAnId(text: string): Ending {
  const shown = JSON.stringify(text.trim().slice(0, 80))
  return said<Ending>({
    outcome: 'failed',
    code: 'not-an-id',
    message: say`${shown} is neither the id of a user, which is a UUID, nor an e-mail address.`,
  })
}

function memberIdUnusable(text: string): Ending {
  return said<Ending>({
    outcome: 'failed',
    code: 'member-id-not-uuid',
    message: say`${JSON.stringify(text.slice(0, 80))} cannot be the id of a member: a UUID is needed.`,
  })
}

const dataNotObject: Ending = {
  outcome: 'failed',
  code: 'data-not-object',
  message: 'The data of a member must be a JSON object, such as {"since": 2024}.',
}
