import { StudioError } from '../../../contract/errors.ts'
import type { z } from 'zod'
import type { Member, MemberFindings, memberSearchQuery } from '../../../contract/models/directory-member.ts'
import type { Instance } from '../../instance/instance.ts'
import { isStatus } from '../../instance/instance-error.ts'
import { lookUpExactly, searchAway, searchOrAway } from '../people/find-users.ts'
import { summaryOf } from '../people/summary.ts'
import type { Person } from '../rest/answers.ts'
import { searchMembers } from '../rest/members.ts'
import { usersByIds } from '../rest/users.ts'
import { memberOf } from './member-of.ts'
import { readMembers } from './member-pages.ts'

type Query = z.output<typeof memberSearchQuery>

/** Groups of up to this many members are read whole: that is quick, and needs no search index. */
const smallGroup = 1000
/** Users that one call looks through in the index, in pages. */
const usersAtOnce = 500
const mostPages = 10

/**
 * Finds members by text. FusionAuth has no search for that: small groups are read and looked through, for large ones
 * users are searched and those who are members kept.
 */
export async function searchInGroup(instance: Instance, query: Query): Promise<MemberFindings> {
  const { groupId, text, next } = query
  if (next !== null) return searchIndex(instance, query)
  const exact = await lookUpExactly(instance, text)
  if (exact) return { members: await memberIn(instance, groupId, exact), next: null }
  const { members, total } = await readMembers(instance, groupId, { bound: smallGroup })
  if (total > smallGroup) return searchIndex(instance, query)
  const ids = members.map(({ userId }) => userId)
  const people = await usersByIds(instance, ids, []).catch((thrown: unknown) => {
    throw isStatus(thrown, 503) ? new StudioError(searchAway) : thrown
  })
  const matches = matcher(text)
  const found = members.map((member) => memberOf(member, people)).filter(({ user }) => user && matches(user))
  return { members: found, next: null }
}

function matcher(text: string): (user: NonNullable<Member['user']>) => boolean {
  const term = text.toLowerCase()
  return ({ name, email, username }) =>
    [name, email, username].some((part) => part?.toLowerCase().includes(term) ?? false)
}

async function memberIn(instance: Instance, groupId: string, person: Person): Promise<readonly Member[]> {
  const criteria = { groupId, userId: person.id, startRow: 0, numberOfResults: 1 }
  const { members } = await searchMembers(instance, criteria)
  return members.map((member) => memberOf(member, new Map([[person.id, person]])))
}

/** Goes through users that match until enough of them are members; what was not come to is left to `next`. */
async function searchIndex(
  instance: Instance,
  { groupId, text, numberOfResults, next }: Query,
): Promise<MemberFindings> {
  const members: Member[] = []
  let cursor = next
  for (let page = 0; page < mostPages && members.length < numberOfResults; page++) {
    const search = { text, numberOfResults: usersAtOnce, next: cursor }
    const found = await searchOrAway(instance, search, ['memberships'])
    if ('searchAway' in found) throw new StudioError(found.searchAway)
    members.push(...found.users.flatMap((person) => membershipIn(groupId, person)))
    cursor = found.users.length < usersAtOnce ? null : found.nextResults
    if (cursor === null) break
  }
  return { members, next: cursor }
}

function membershipIn(groupId: string, person: Person): Member[] {
  return person.memberships
    .filter((membership) => membership.groupId === groupId)
    .map((membership) => ({ ...membership, userId: person.id, user: summaryOf(person) }))
}
