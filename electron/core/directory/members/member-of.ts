import type { Member } from '../../../contract/models/directory-member.ts'
import { summaryOf } from '../people/summary.ts'
import type { MemberAnswer, Person } from '../rest/answers.ts'

/** A member with the user, where the user could be read. */
export function memberOf(member: MemberAnswer, people: ReadonlyMap<string, Person>): Member {
  const person = people.get(member.userId)
  return { ...member, user: person ? summaryOf(person) : null }
}
