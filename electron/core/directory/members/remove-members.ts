import type { RemovalChoice } from '../../../contract/models/directory-member-change.ts'
import { said, say } from '../../../contract/words.ts'
import { deleteMember, deleteMembers, deleteUser, deleteUsers } from '../rest/members.ts'
import { usersByIds } from '../rest/users.ts'
import { readId } from '../people/given-user.ts'
import { checkEntries } from './check-entries.ts'
import { emptyGroup } from './empty-group.ts'
import type { Ending } from './ledger.ts'
import { batchParts, memberIdIn, memberIdsNow, userMissing } from './member-change.ts'
import type { MemberChange, OrderedUser } from './member-change.ts'
import { readMembers } from './member-pages.ts'
import { resolveCandidates } from './resolve-candidates.ts'
import { sendBatches } from './send-batches.ts'

type Choice<K extends RemovalChoice['kind']> = Extract<RemovalChoice, { kind: K }>

/** A membership to be removed. */
export interface Removal extends OrderedUser {
  readonly memberId: string
}

/** Which id a request names the membership by. */
type Form = 'member' | 'user'

/** Removes members of a group, in the form of the API that is made for the choice. */
export async function removeChosen(change: MemberChange, choice: RemovalChoice): Promise<void> {
  switch (choice.kind) {
    case 'all':
      return emptyGroup(change)
    case 'members':
      return sendRemovals(change, await removalsByMember(change, choice), 'member')
    case 'users':
      return sendRemovals(change, await removalsByUser(change, choice), 'user')
  }
}

async function removalsByUser(change: MemberChange, { entries }: Choice<'users'>): Promise<Removal[]> {
  const { candidates, refused } = checkEntries(entries.map(({ user, line }) => ({ user, line })))
  for (const { row, ending } of refused) change.ledger.end(row, ending)
  const people = await resolveCandidates(change.instance, candidates, change.signal)
  const claimed = new Set<string>()
  return candidates.flatMap(({ row }) => {
    const person = people.get(row)
    const memberId = person ? memberIdIn(change.group.id, person) : null
    if (person && memberId !== null && !claimed.has(person.id)) {
      claimed.add(person.id)
      return [{ row, userId: person.id, memberId }]
    }
    const ending = person
      ? memberId === null
        ? notMember
        : duplicate
      : userMissing(entries[row]?.user ?? '')
    change.ledger.end(row, { userId: person?.id ?? null, ...ending })
    return []
  })
}

/** A request by member id alone reaches members of any group, so each is looked for in this one first. */
async function removalsByMember(change: MemberChange, { members }: Choice<'members'>): Promise<Removal[]> {
  const inGroup = await membersOfGroup(change, members)
  const seen = new Set<string>()
  return members.flatMap(({ id }, row) => {
    const memberId = readId(id)
    const userId = memberId === null ? undefined : inGroup.get(memberId)
    if (memberId !== null && userId !== undefined && !seen.has(memberId)) {
      seen.add(memberId)
      return [{ row, userId, memberId }]
    }
    const ending = memberId === null ? notMemberId(id) : userId === undefined ? notMember : duplicate
    change.ledger.end(row, { memberId, ...ending })
    return []
  })
}

/** Users by member id: of those whose user is known, or else of the whole group. */
async function membersOfGroup(
  { instance, group, signal }: MemberChange,
  members: Choice<'members'>['members'],
): Promise<ReadonlyMap<string, string>> {
  const userIds = members.flatMap(({ userId }) => userId ?? [])
  if (userIds.length === members.length) {
    const people = await usersByIds(instance, userIds, ['memberships'], signal)
    const known = [...people.values()].map((person) => [memberIdIn(group.id, person), person.id] as const)
    return new Map(known.flatMap(([memberId, userId]) => (memberId === null ? [] : [[memberId, userId]])))
  }
  const all = await readMembers(instance, group.id, { signal })
  return new Map(all.members.map(({ id, userId }) => [id, userId]))
}

/** Removes users who are known to be members: one by its own request, several in batches. */
export async function sendRemovals(
  change: MemberChange,
  removals: readonly Removal[],
  form: Form,
): Promise<void> {
  await sendBatches<Removal>({
    ...batchParts(change),
    items: removals,
    send: async (items) => {
      await request(change, items, form)
      return ({ memberId }) => removed(memberId)
    },
    verify: async (items) => {
      const left = await memberIdsNow(change, items)
      return ({ userId, memberId }) => (left.get(userId) === memberId ? null : removed(memberId))
    },
  })
}

function request(
  { instance, group, signal }: MemberChange,
  items: readonly Removal[],
  form: Form,
): Promise<void> {
  const [only, ...others] = items
  if (only && others.length === 0) {
    return form === 'member'
      ? deleteMember(instance, only.memberId, signal)
      : deleteUser(instance, group.id, only.userId, signal)
  }
  return form === 'member'
    ? deleteMembers(
        instance,
        items.map(({ memberId }) => memberId),
        signal,
      )
    : deleteUsers(
        instance,
        group.id,
        items.map(({ userId }) => userId),
        signal,
      )
}

function removed(memberId: string): Ending {
  return { outcome: 'done', memberId, message: 'The user is no member any more.' }
}

const notMember: Ending = {
  outcome: 'skipped',
  code: 'not-a-member',
  message: 'Not a member of this group; nothing was removed.',
}

const duplicate: Ending = {
  outcome: 'skipped',
  code: 'duplicate',
  message: 'The same membership is in the list before.',
}

function notMemberId(text: string): Ending {
  const message = say`${JSON.stringify(text.slice(0, 80))} is no id of a member: a UUID is needed.`
  return said<Ending>({ outcome: 'failed', code: 'not-an-id', message })
}
