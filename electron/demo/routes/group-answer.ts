import { rolesOfGroup } from '../world/groups.ts'
import type { Group, Role } from '../world/models.ts'
import type { World } from '../world/world.ts'

/** A group as answers have it: its roles are a map by application id. */
export function groupAnswer(world: World, group: Group) {
  const roles: Record<string, Role[]> = {}
  for (const { application, role } of rolesOfGroup(world, group)) (roles[application.id] ??= []).push(role)
  const { id, name, data, tenantId, insertInstant, lastUpdateInstant } = group
  return { data: data ?? {}, id, insertInstant, lastUpdateInstant, name, roles, tenantId }
}
