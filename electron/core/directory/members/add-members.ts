import type { MemberEntry } from '../../../contract/models/directory-member.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import type { Person } from '../rest/answers.ts'
import { addMembers, type NewMember } from '../rest/members.ts'
import { chunksOf } from '../rest/users.ts'
import { checkEntries, type Candidate } from './check-entries.ts'
import type { Ending } from './ledger.ts'
import { batchParts, memberIdIn, memberIdsNow, userMissing, type MemberChange } from './member-change.ts'
import { resolveCandidates } from './resolve-candidates.ts'
import { sendBatches } from './send-batches.ts'

/** Entries that are looked up and added together, and how many such blocks are under way at once. */
const blockSize = 500
const blocksAtOnce = 4

/** A user to be added, with what shall be kept about the membership. */
export interface Addition extends NewMember {
  readonly row: number
}

/** Adds users to a group: looks up who they are, leaves out who is a member, adds the others in batches. */
export async function addEntries(change: MemberChange, entries: readonly MemberEntry[]): Promise<void> {
  const { candidates, refused } = checkEntries(entries)
  for (const { row, ending } of refused) change.ledger.end(row, ending)
  const claimed = new Set<string>()
  await mapInParallel(chunksOf(candidates, blockSize), blocksAtOnce, async (block) => {
    if (change.isOver()) return
    const people = await resolveCandidates(change.instance, block, change.signal)
    await sendAdditions(change, additionsOf(change, block, { people, claimed, entries }))
  })
}

interface Known {
  readonly people: ReadonlyMap<number, Person>
  /** Users who have a row already: an id and an e-mail may be the same user's. */
  readonly claimed: Set<string>
  readonly entries: readonly MemberEntry[]
}

/** Who is to be added; the others' rows end here. */
function additionsOf(
  { ledger, group }: MemberChange,
  block: readonly Candidate[],
  { people, claimed, entries }: Known,
): readonly Addition[] {
  return block.flatMap(({ row, memberId, data }) => {
    const person = people.get(row)
    const ending = person ? standing(person, group.id, claimed) : userMissing(entries[row]?.user ?? '')
    if (ending) ledger.end(row, { userId: person?.id ?? null, ...ending })
    if (!person || ending) return []
    claimed.add(person.id)
    return [{ row, userId: person.id, ...(memberId !== null && { id: memberId }), ...(data && { data }) }]
  })
}

function standing(person: Person, groupId: string, claimed: ReadonlySet<string>): Ending | null {
  if (claimed.has(person.id)) {
    return { outcome: 'skipped', code: 'duplicate', message: 'The same user is in the list before.' }
  }
  const memberId = memberIdIn(groupId, person)
  if (memberId === null) return null
  return {
    outcome: 'skipped',
    code: 'already-member',
    memberId,
    message: 'The user is a member already; the membership and its data stay as they are.',
  }
}

/** Adds users who are known not to be members. */
export async function sendAdditions(change: MemberChange, additions: readonly Addition[]): Promise<void> {
  const { instance, group } = change
  await sendBatches<Addition>({
    ...batchParts(change),
    items: additions,
    send: async (items) => {
      const members = items.map(({ row: _row, ...member }) => member)
      const memberIds = await addMembers(instance, group.id, members, change.signal)
      return ({ userId, id }) => added(memberIds.get(userId) ?? id ?? null)
    },
    verify: async (items) => {
      const memberIds = await memberIdsNow(change, items)
      return ({ userId }) => (memberIds.has(userId) ? added(memberIds.get(userId) ?? null) : null)
    },
  })
}

function added(memberId: string | null): Ending {
  return { outcome: 'done', memberId, message: 'The user is a member now.' }
}
