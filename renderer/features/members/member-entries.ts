import type { JsonObject } from '../../../electron/contract/json.ts'
import type { Member, MemberEntry } from '../../../electron/contract/models/directory-member.ts'
import type { UserSummary } from '../../../electron/contract/models/directory-user.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Users that were chosen in a search, as an order names them. */
export function entriesOf(users: readonly UserSummary[]): MemberEntry[] {
  return users.map(({ id }) => ({ user: id }))
}

/** Gives the same data to every entry that has none of its own. */
export function withData(entries: readonly MemberEntry[], data: JsonObject): MemberEntry[] {
  if (Object.keys(data).length === 0) return [...entries]
  return entries.map((entry) => (entry.data === undefined ? { ...entry, data } : entry))
}

/** The ids among the entries; e-mails are looked up only when the order is carried out. */
export function idsIn(entries: readonly MemberEntry[]): string[] {
  return [...new Set(entries.map(({ user }) => user.trim().toLowerCase()).filter((user) => uuid.test(user)))]
}

/** Which members to remove, as an order names them. */
export function removalOf(members: readonly Member[]) {
  return { kind: 'members' as const, members: members.map(({ id, userId }) => ({ id, userId })) }
}
