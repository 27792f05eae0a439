import { check } from '../borders/check.ts'
import { texts } from '../borders/fields.ts'
import { reindexRequest } from '../borders/user.ts'
import { userCriteria, userSearchRequest, type UserCriteria } from '../borders/user-search.ts'
import { done, ok, type Answer, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { refuseField } from '../http/refusal.ts'
import { inSight } from '../http/tenant.ts'
import { queryCriteria } from '../search/criteria.ts'
import { readNextResults, writeNextResults } from '../search/next-results.ts'
import { searchUsers } from '../search/user-search.ts'
import type { User } from '../world/models.ts'
import { userAnswer } from './user-answer.ts'

export const userSearch: Endpoint = {
  path: '/api/user/search',
  permission: '/api/user/search',
  scope: 'any',
  handlers: {
    GET: (call) => {
      const { expand, ...criteria } = queryCriteria(userCriteria.extend({ expand: texts }), call.query)
      return find(call, criteria, expand, '')
    },
    POST: (call) => {
      const { search, expand } = check(userSearchRequest, call.body)
      return find(call, search ?? {}, expand, 'search.')
    },
    // There is no index here that could lag behind, so flushing and rebuilding it are done at once.
    PUT: (call) => {
      check(reindexRequest, call.body)
      return done
    },
  },
}

/** As many as a page may hold; FusionAuth documents no limit. */
const mostIds = 10_000

type Expand = readonly string[] | null | undefined

function find(call: Call, criteria: UserCriteria, expand: Expand, prefix: string): Answer {
  const ids = criteria.ids ?? []
  if (ids.length > mostIds) {
    refuseField(`${prefix}ids`, 'invalid', `At most ${mostIds} users are retrieved by their ids at once.`)
  }
  // The official Java client sends an empty list with every other search.
  if (ids.length > 0) return answer(call, usersById(call, ids), expand, {})
  const asked = criteria.nextResults
    ? readNextResults(criteria.nextResults, `${prefix}nextResults`)
    : criteria
  const { users, total, nextRow } = searchUsers(call.world, call.tenantId, asked, prefix)
  const nextResults = nextRow === undefined ? undefined : writeNextResults(asked, nextRow)
  return answer(call, users, expand, { nextResults, total })
}

/** Neither paged nor sorted; ids that nobody has are passed over. */
function usersById(call: Call, ids: readonly string[]): User[] {
  return [...new Set(ids)]
    .map((id) => inSight(call, call.world.users.get(id)))
    .filter((user) => user !== undefined)
}

/** Without `expand` both are there, as in the versions before it; what is left out is told in `expandable`. */
function answer(
  { world }: Call,
  users: readonly User[],
  expand: Expand,
  { nextResults, total = users.length }: { nextResults?: string | undefined; total?: number },
): Answer {
  const parts = ['registrations', 'memberships'] as const
  const [registrations, memberships] = parts.map((part) => !expand || expand.includes(part))
  const expansion = { registrations: registrations ?? true, memberships: memberships ?? true }
  const expandable = parts.filter((part) => !expansion[part])
  return ok({
    expandable,
    nextResults,
    total,
    users: users.map((user) => userAnswer(world, user, expansion)),
  })
}
