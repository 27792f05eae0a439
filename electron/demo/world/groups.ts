import type { Application, Group, Role } from './models.ts'
import { stampNew, stampUpdate } from './stamps.ts'
import type { World } from './world.ts'

export type GroupFields = Pick<Group, 'name' | 'data' | 'roleIds'>

export function createGroup(
  world: World,
  id: string | undefined,
  tenantId: string,
  fields: GroupFields,
): Group {
  return world.groups.put({ ...fields, tenantId, ...stampNew(world, id) })
}

export function replaceGroup(world: World, existing: Group, fields: GroupFields): Group {
  return world.groups.put({ ...fields, tenantId: existing.tenantId, ...stampUpdate(world, existing) })
}

/** Its members stay users and lose the roles that they had by it. */
export function deleteGroup(world: World, group: Group): void {
  world.members.deleteOfGroup(group.id)
  world.groups.delete(group.id)
}

/** Takes roles off every group of a tenant, when they or their application are gone. */
export function withdrawRoles(world: World, roleIds: ReadonlySet<string>): void {
  for (const group of world.groups.list(({ roleIds: held }) => held.some((id) => roleIds.has(id)))) {
    replaceGroup(world, group, { ...group, roleIds: group.roleIds.filter((id) => !roleIds.has(id)) })
  }
}

/** The roles of a group with the application that each belongs to. */
export function rolesOfGroup(world: World, group: Group): { application: Application; role: Role }[] {
  if (group.roleIds.length === 0) return []
  return world.applications
    .list(({ tenantId }) => tenantId === group.tenantId)
    .flatMap((application) =>
      application.roles.filter(({ id }) => group.roleIds.includes(id)).map((role) => ({ application, role })),
    )
}

export function groupWithName(world: World, tenantId: string, name: string): Group | undefined {
  return world.groups.find((group) => group.tenantId === tenantId && group.name === name)
}
