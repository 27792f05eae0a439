import type { JsonObject, JsonValue } from '../../contract/json.ts'
import { check } from '../borders/check.ts'
import { userDeleteRequest } from '../borders/user.ts'
import { done, notFound, ok, type Answer, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { flagParameter } from '../http/parameters.ts'
import { inSight, requireTenant } from '../http/tenant.ts'
import type { User } from '../world/models.ts'
import { createUser, deleteUser, replaceUser, setUserActive } from '../world/user-changes.ts'
import { without } from '../without.ts'
import { resourceEndpoints, type Resource } from './resource.ts'
import { userAnswer } from './user-answer.ts'
import { findUser } from './user-lookup.ts'
import { readUserRequest } from './user-request.ts'
import { userSearch } from './user-search.ts'

const users: Resource<User> = {
  path: '/api/user',
  scope: 'any',
  object: 'user',
  list: lookUp,
  exists: ({ world }, id) => world.users.has(id),
  find: (call, id) => inSight(call, call.world.users.get(id)),
  create: createFrom,
  replace: replaceFrom,
  remove,
  render: ({ world }, user) => ({ user: userAnswer(world, user) }),
  toRequest,
}

export const userEndpoints: readonly Endpoint[] = [userSearch, ...resourceEndpoints(users)]

function lookUp(call: Call): Answer {
  const user = findUser(call)
  return user ? ok(users.render(call, user)) : notFound
}

function createFrom(call: Call, id: string | undefined, body: JsonValue | undefined): User {
  const tenantId = requireTenant(call.world, call.tenantId)
  const { profile, request } = readUserRequest(call.world, tenantId, undefined, body)
  return createUser(call.world, id, tenantId, { ...profile, verified: request.skipVerification === true })
}

/** `?reactivate=true` asks for nothing else, and needs no body. */
function replaceFrom(call: Call, existing: User, body: JsonValue | undefined): User {
  if (flagParameter(call.query, 'reactivate')) return setUserActive(call.world, existing, true)
  const { profile } = readUserRequest(call.world, existing.tenantId, existing, body)
  return replaceUser(call.world, existing, profile)
}

/** A delete only deactivates, unless it is asked to be hard. */
function remove(call: Call, user: User): Answer {
  const hard =
    flagParameter(call.query, 'hardDelete') ?? check(userDeleteRequest, call.body).hardDelete ?? false
  if (hard) deleteUser(call.world, user)
  else setUserActive(call.world, user, false)
  return done
}

function toRequest(user: User): JsonValue {
  return { user: JSON.parse(JSON.stringify(without(user, 'registrations'))) as JsonObject }
}
