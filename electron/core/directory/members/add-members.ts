import type { MemberEntry } from '../../../contract/models/directory-member.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import { addMembers, type NewMember } from '../rest/members.ts'
import { chunksOf, usersByIds } from '../rest/users.ts'
import { checkEntries, type Candidate } from './check-entries.ts'
import type { Ending } from './ledger.ts'
import { batchParts, memberIdIn, memberIdsNow, userMissing, type MemberChange } from './member-change.ts'
import { countMembers, readMembers } from './member-pages.ts'
import { resolveCandidates } from './resolve-candidates.ts'
import { sendBatches } from './send-batches.ts'

/** Entries that are looked up and added together, and how many such blocks are under way at once. */
const blockSize = 500
const blocksAtOnce = 4

/** A user to be added, with what shall be kept about the membership. */
export interface Addition extends NewMember {
  readonly row: number
}

/** Adds users to a group: leaves out who is a member, and adds the others in batches. */
export async function addEntries(change: MemberChange, entries: readonly MemberEntry[]): Promise<void> {
  const { candidates, refused } = checkEntries(entries)
  for (const { row, ending } of refused) change.ledger.end(row, ending)
  const members = await membersWhereCheaper(change, candidates)
  const claimed = new Set<string>()
  await mapInParallel(chunksOf(candidates, blockSize), blocksAtOnce, async (block) => {
    if (change.isOver()) return
    const users = await standings(change, block, members)
    await sendAdditions(change, additionsOf(change, block, { users, claimed, entries }))
  })
}

/** How a user stands to the group: a member where there is a member id. */
interface Standing {
  readonly userId: string
  readonly memberId: string | null
}

/**
 * Member ids by user id, where reading the whole group takes fewer requests than looking up every user; null
 * otherwise. Whether users exist is then left to the server to say.
 */
async function membersWhereCheaper(
  { instance, group, signal }: MemberChange,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, string> | null> {
  const ids = candidates.filter(({ user }) => user.kind === 'id').length
  if (ids <= blockSize || (await countMembers(instance, group.id)) > ids) return null
  const { members } = await readMembers(instance, group.id, { signal })
  return new Map(members.map(({ userId, id }) => [userId, id]))
}

/** How users stand to the group, by row; those who are known not to exist are left out. */
async function standings(
  { instance, group, signal }: MemberChange,
  block: readonly Candidate[],
  members: ReadonlyMap<string, string> | null,
): Promise<ReadonlyMap<number, Standing>> {
  const sure = members ? block.filter(({ user }) => user.kind === 'id') : []
  const others = members ? block.filter(({ user }) => user.kind !== 'id') : block
  const people = await resolveCandidates(instance, others, signal)
  return new Map([
    ...sure.flatMap(({ row, user }) =>
      user.kind === 'id'
        ? [[row, { userId: user.id, memberId: members?.get(user.id) ?? null }] as const]
        : [],
    ),
    ...[...people].map(([row, person]) => {
      return [row, { userId: person.id, memberId: memberIdIn(group.id, person) }] as const
    }),
  ])
}

interface Known {
  readonly users: ReadonlyMap<number, Standing>
  /** Users who have a row already: an id and an e-mail may be the same user's. */
  readonly claimed: Set<string>
  readonly entries: readonly MemberEntry[]
}

/** Who is to be added; the others' rows end here. */
function additionsOf(
  { ledger }: MemberChange,
  block: readonly Candidate[],
  { users, claimed, entries }: Known,
): readonly Addition[] {
  return block.flatMap(({ row, memberId, data }) => {
    const user = users.get(row)
    const given = entries[row]?.user ?? ''
    const ending = user ? endingBefore(user, claimed) : userMissing(given)
    if (ending) ledger.end(row, { userId: user?.userId ?? null, ...ending })
    if (!user || ending) return []
    claimed.add(user.userId)
    return [{ row, userId: user.userId, ...(memberId !== null && { id: memberId }), ...(data && { data }) }]
  })
}

/** How a row ends without anything being sent; null where it is to be sent. */
function endingBefore({ userId, memberId }: Standing, claimed: ReadonlySet<string>): Ending | null {
  if (claimed.has(userId)) {
    return { outcome: 'skipped', code: 'duplicate', message: 'The same user is in the list before.' }
  }
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
  const { instance, group, ledger } = change
  await sendBatches<Addition>({
    ...batchParts(change),
    items: additions,
    send: async (items) => {
      const members = items.map(({ row: _row, ...member }) => member)
      const answered = await addMembers(instance, group.id, members, change.signal)
      const silent = items.filter(({ userId }) => !answered.has(userId))
      // Whom the answer does not name is looked for, and not taken to have been added.
      const found = silent.length > 0 ? await memberIdsNow(change, silent) : answered
      return ({ userId }) => {
        const memberId = answered.get(userId) ?? found.get(userId)
        return memberId === undefined ? userMissing(userId) : added(memberId)
      }
    },
    sift: async (items) => {
      const userIds = items.map(({ userId }) => userId)
      const people = await usersByIds(instance, userIds, [], change.signal)
      const missing = items.filter(({ userId }) => !people.has(userId))
      for (const { row, userId } of missing) ledger.end(row, { userId, ...userMissing(userId) })
      return items.filter(({ userId }) => people.has(userId))
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
