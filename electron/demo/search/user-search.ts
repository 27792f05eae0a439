import type { UserCriteria } from '../borders/user-search.ts'
import { refuseField } from '../http/refusal.ts'
import { sees } from '../http/tenant.ts'
import type { User } from '../world/models.ts'
import type { World } from '../world/world.ts'
import { pageOf, type Page } from './criteria.ts'
import { keep } from './keep.ts'
import { userOrder } from './user-order.ts'

/** A search stops counting here unless it is asked for an accurate total. */
const countedUsers = 10_000
/** The most that one page holds: FusionAuth's index has a window of this size. Its answer beyond is not documented. */
const largestPage = 10_000

export interface FoundUsers {
  readonly users: readonly User[]
  readonly total: number
  /** The row after the page, where there is one. */
  readonly nextRow: number | undefined
}

/** Finds users the way of FusionAuth's database search engine: one term, looked for in five fields. */
export function searchUsers(
  world: World,
  tenantId: string | undefined,
  criteria: UserCriteria,
  prefix: string,
): FoundUsers {
  if (criteria.query) {
    refuseField(
      `${prefix}query`,
      'invalid',
      'The database search engine takes no raw query, use queryString.',
    )
  }
  const page = pageOf(criteria, prefix)
  if (page.numberOfResults > largestPage) {
    refuseField(`${prefix}numberOfResults`, 'invalid', `A page holds at most ${largestPage} users.`)
  }
  const order = userOrder(criteria.sortFields, prefix)
  const matches = matcher(criteria.queryString ?? '')
  const found = keep(world.users.values(), (user) => sees(tenantId, user.tenantId) && matches(user))
  const rows = order ? [...found].sort(order) : found
  return takePage(rows, page, criteria.accurateTotal === true)
}

/**
 * `*` and nothing match all. FusionAuth documents that space is not allowed and not what it does with some: here it
 * is looked for like every other character.
 */
function matcher(queryString: string): (user: User) => boolean {
  const term = queryString.trim().toLowerCase()
  if (term === '' || term === '*') return () => true
  return (user) =>
    contains(user.email, term) ||
    contains(user.username, term) ||
    contains(user.fullName, term) ||
    contains(user.firstName, term) ||
    contains(user.lastName, term)
}

function contains(text: string | undefined, term: string): boolean {
  return text !== undefined && text.toLowerCase().includes(term)
}

function takePage(rows: Iterable<User>, { startRow, numberOfResults }: Page, accurate: boolean): FoundUsers {
  const end = startRow + numberOfResults
  const users: User[] = []
  let count = 0
  for (const user of rows) {
    if (count >= startRow && count < end) users.push(user)
    count += 1
    if (!accurate && count >= countedUsers && count > end) break
  }
  const total = accurate ? count : Math.min(count, countedUsers)
  return { users, total, nextRow: users.length > 0 && count > end ? end : undefined }
}
