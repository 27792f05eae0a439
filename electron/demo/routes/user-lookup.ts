import type { Call } from '../http/call.ts'
import { refuseField } from '../http/refusal.ts'
import { requireTenant } from '../http/tenant.ts'
import type { User } from '../world/models.ts'

/** Reads which user `GET /api/user` asks for by its query; undefined where there is none. */
export function findUser(call: Call): User | undefined {
  const { query } = call
  if (query.has('email')) return byEmail(call, query.get('email') ?? '')
  if (query.has('username')) return byUsername(call, query.get('username') ?? '')
  if (query.has('loginId')) return byLoginId(call, query.get('loginId') ?? '', query.getAll('loginIdTypes'))
  // No such ids are ever given out here, so none is found.
  if (query.has('verificationId') || query.has('changePasswordId')) return undefined
  refuseField('userId', 'missing', 'Name a user by id, e-mail address, username or login id.')
}

/** An e-mail address is only unique within a tenant, so the tenant must be certain. */
function byEmail({ world, tenantId }: Call, email: string): User | undefined {
  return world.users.findByEmail(requireTenant(world, tenantId), email)
}

function byUsername({ world, tenantId }: Call, username: string): User | undefined {
  return world.users.findByUsername(requireTenant(world, tenantId), username)
}

function byLoginId(call: Call, loginId: string, types: readonly string[]): User | undefined {
  const looks = { email: byEmail, username: byUsername }
  const asked = Object.entries(looks).filter(([type]) => types.length === 0 || types.includes(type))
  for (const [, look] of asked) {
    const user = look(call, loginId)
    if (user) return user
  }
  return undefined
}
