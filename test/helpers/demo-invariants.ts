import type { World } from '../../electron/demo/world/world.ts'

/** What must hold in every world, whatever was asked of it; each sentence names something that does not. */
export function brokenInvariants(world: World): string[] {
  const checks = [brokenMembers, brokenGroups, brokenUsers, brokenApplications, brokenAssignments]
  return checks.flatMap((check) => [...check(world)])
}

function* brokenMembers({ members, groups, users }: World): Generator<string> {
  const places = new Set<string>()
  for (const { id, groupId, userId } of members.values()) {
    const [group, user] = [groups.get(groupId), users.get(userId)]
    if (!group || !user) yield `member ${id} is of a group or user that is not there`
    else if (group.tenantId !== user.tenantId) yield `member ${id} is of a group and a user of two tenants`
    if (places.has(groupId + userId)) yield `user ${userId} is twice in group ${groupId}`
    places.add(groupId + userId)
    if (members.find(groupId, userId)?.id !== id) yield `member ${id} is not found by group`
    if (!members.ofUser(userId).some((member) => member.id === id)) yield `member ${id} is not found by user`
  }
  const indexed = [...groups.values()].reduce((sum, { id }) => sum + members.countOfGroup(id), 0)
  if (indexed !== members.size) yield `${indexed} members are found by group, ${members.size} by id`
}

function* brokenGroups({ groups, applications, tenants }: World): Generator<string> {
  for (const { id, tenantId, roleIds } of groups.values()) {
    if (!tenants.has(tenantId)) yield `group ${id} is of a tenant that is not there`
    const roles = applications
      .list((application) => application.tenantId === tenantId)
      .flatMap((application) => application.roles.map((role) => role.id))
    for (const roleId of roleIds) {
      if (!roles.includes(roleId)) yield `group ${id} has the role ${roleId} that is not there`
    }
  }
}

function* brokenUsers({ users, applications, tenants }: World): Generator<string> {
  for (const user of users.values()) {
    if (!tenants.has(user.tenantId)) yield `user ${user.id} is of a tenant that is not there`
    if (user.email && users.findByEmail(user.tenantId, user.email)?.id !== user.id) {
      yield `user ${user.id} is not found by e-mail address`
    }
    for (const { applicationId } of user.registrations) {
      if (!applications.has(applicationId))
        yield `user ${user.id} is registered for an application that is not there`
    }
  }
}

function* brokenApplications({ applications, tenants }: World): Generator<string> {
  for (const { id, tenantId } of applications.values()) {
    if (!tenants.has(tenantId)) yield `application ${id} is of a tenant that is not there`
  }
}

function* brokenAssignments(world: World): Generator<string> {
  const owners = [world.applications, world.tenants, world.identityProviders, world.connectors]
  for (const owner of owners.flatMap((table) => [...table.values()])) {
    const assigned = Object.values((owner['lambdaConfiguration'] ?? {}) as Record<string, string>)
    for (const id of assigned.filter((lambdaId) => !world.lambdas.has(lambdaId))) {
      yield `${owner.name} uses the lambda ${id} that is not there`
    }
  }
  for (const { name, applicationConfiguration } of world.identityProviders.values()) {
    for (const id of Object.keys(applicationConfiguration ?? {})) {
      if (!world.applications.has(id)) yield `${name} is enabled for the application ${id} that is not there`
    }
  }
}
