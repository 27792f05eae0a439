import { check } from '../borders/check.ts'
import { memberDeleteRequest } from '../borders/group.ts'
import { done, notFound, ok, type Answer, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { idParameter, parseId } from '../http/ids.ts'
import { refuseField } from '../http/refusal.ts'
import { inSight } from '../http/tenant.ts'
import { join, replaceMembers } from '../world/memberships.ts'
import type { Member } from '../world/models.ts'
import { readMemberRequest } from './member-request.ts'
import { memberSearch } from './member-search.ts'

const common = { permission: '/api/group/member', scope: 'any' } as const

export const memberEndpoints: readonly Endpoint[] = [
  memberSearch,
  { ...common, path: '/api/group/member', handlers: { POST: add, PUT: replace, DELETE: remove } },
  { ...common, path: '/api/group/member/:id', handlers: { DELETE: removeOne } },
]

function add(call: Call): Answer {
  const { groupIds, joinings } = readMemberRequest(call, 'add')
  return answer(
    groupIds,
    joinings.map((joining) => join(call.world, joining)),
  )
}

function replace(call: Call): Answer {
  const { groupIds, joinings } = readMemberRequest(call, 'replace')
  return answer(groupIds, replaceMembers(call.world, groupIds, joinings))
}

/** The shape of the request, in which the group id is the key. */
function answer(groupIds: readonly string[], members: readonly Member[]): Answer {
  const byGroup = new Map<string, object[]>(groupIds.map((id) => [id, []]))
  for (const { groupId, id, userId, data, insertInstant } of members) {
    byGroup.get(groupId)?.push({ data: data ?? {}, id, insertInstant, userId })
  }
  return ok({ members: Object.fromEntries(byGroup) })
}

function removeOne(call: Call): Answer {
  const id = parseId(call.parameters['id'])
  const member = id === undefined ? undefined : call.world.members.get(id)
  return removeAll(call, member ? [member] : [])
}

/** The forms by URL come before those by body. */
function remove(call: Call): Answer {
  const groupId = idParameter('groupId', call.query.get('groupId'))
  const userId = idParameter('userId', call.query.get('userId'))
  if (groupId === undefined && userId === undefined) return removeByBody(call)
  if (groupId === undefined) refuseField('groupId', 'missing', 'Name the group to remove the user from.')
  if (!inSight(call, call.world.groups.get(groupId))) return notFound
  if (userId === undefined) {
    call.world.members.deleteOfGroup(groupId)
    return done
  }
  const member = call.world.members.find(groupId, userId)
  return removeAll(call, member ? [member] : [])
}

/** Ids that name nothing are passed over, as long as one of them names something; that is not documented. */
function removeByBody(call: Call): Answer {
  const { memberIds, members } = check(memberDeleteRequest, call.body)
  if (!memberIds && !members) refuseField('memberIds', 'missing', 'Name the members to remove.')
  const byId = (memberIds ?? []).map((id) => call.world.members.get(id))
  const byUser = Object.entries(members ?? {}).flatMap(([groupId, userIds]) =>
    userIds.map((userId) => call.world.members.find(groupId, userId)),
  )
  return removeAll(
    call,
    [...byId, ...byUser].filter((member) => member !== undefined),
  )
}

function removeAll(call: Call, members: readonly Member[]): Answer {
  const seen = members.filter(({ groupId }) => inSight(call, call.world.groups.get(groupId)))
  if (seen.length === 0) return notFound
  for (const { id } of seen) call.world.members.delete(id)
  return done
}
