import type { User, UserProfile } from './models.ts'
import { stampNew, stampUpdate } from './stamps.ts'
import type { World } from './world.ts'

interface NewUser extends UserProfile {
  readonly verified: boolean
}

export function createUser(world: World, id: string | undefined, tenantId: string, fields: NewUser): User {
  return world.users.put({ ...fields, tenantId, active: true, registrations: [], ...stampNew(world, id) })
}

/** Replaces the profile; registrations, memberships and logins are not a part of it. */
export function replaceUser(world: World, existing: User, profile: UserProfile): User {
  const { tenantId, active, verified, lastLoginInstant, registrations } = existing
  const kept = { tenantId, active, verified, lastLoginInstant, registrations }
  return world.users.put({ ...profile, ...kept, ...stampUpdate(world, existing) })
}

export function setUserActive(world: World, existing: User, active: boolean): User {
  return world.users.put({ ...existing, active, ...stampUpdate(world, existing) })
}

/** A user who is gone is in no group any more. */
export function deleteUser(world: World, user: User): void {
  world.members.deleteOfUser(user.id)
  world.users.delete(user.id)
}
