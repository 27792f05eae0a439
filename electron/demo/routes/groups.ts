import type { JsonValue } from '../../contract/json.ts'
import { isBlank } from '../borders/blank.ts'
import { check } from '../borders/check.ts'
import { groupRequest } from '../borders/group.ts'
import { done, ok, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { Faults } from '../http/refusal.ts'
import { inSight, requireTenant, sees } from '../http/tenant.ts'
import { createGroup, deleteGroup, groupWithName, replaceGroup, type GroupFields } from '../world/groups.ts'
import type { Group } from '../world/models.ts'
import type { World } from '../world/world.ts'
import { groupAnswer } from './group-answer.ts'
import { groupSearch } from './group-search.ts'
import { resourceEndpoints } from './resource.ts'

export const groupEndpoints: readonly Endpoint[] = [
  groupSearch,
  ...resourceEndpoints<Group>({
    path: '/api/group',
    scope: 'any',
    object: 'group',
    list: (call) => ok({ groups: groupsInSight(call).map((group) => groupAnswer(call.world, group)) }),
    exists: ({ world }, id) => world.groups.has(id),
    find: (call, id) => inSight(call, call.world.groups.get(id)),
    create: createFrom,
    replace: ({ world }, group, body) =>
      replaceGroup(world, group, readFields(world, group.tenantId, group, body)),
    remove: ({ world }, group) => {
      deleteGroup(world, group)
      return done
    },
    render: ({ world }, group) => ({ group: groupAnswer(world, group) }),
    toRequest: ({ name, data, roleIds }): JsonValue => ({ group: { name, data: data ?? {} }, roleIds }),
  }),
]

function groupsInSight({ world, tenantId }: Call): Group[] {
  return world.groups.list((group) => sees(tenantId, group.tenantId))
}

function createFrom(call: Call, id: string | undefined, body: JsonValue | undefined): Group {
  const tenantId = requireTenant(call.world, call.tenantId)
  return createGroup(call.world, id, tenantId, readFields(call.world, tenantId, undefined, body))
}

function readFields(
  world: World,
  tenantId: string,
  existing: Group | undefined,
  body: JsonValue | undefined,
): GroupFields {
  const { group, roleIds } = check(groupRequest, body)
  const faults = new Faults()
  noteName(faults, world, tenantId, existing, group?.name)
  const known = knownRoles(world, tenantId)
  for (const id of roleIds ?? []) {
    if (!known.has(id))
      faults.field('roleIds', 'invalid', `No application of the tenant has the role [${id}].`)
  }
  faults.throwIfAny()
  return { name: group?.name ?? '', data: group?.data ?? undefined, roleIds: [...new Set(roleIds ?? [])] }
}

function noteName(
  faults: Faults,
  world: World,
  tenantId: string,
  existing: Group | undefined,
  name: string | null | undefined,
): void {
  if (isBlank(name)) {
    faults.field('group.name', 'blank', 'A group needs a name.')
    return
  }
  const namesake = groupWithName(world, tenantId, name)
  if (namesake && namesake.id !== existing?.id) {
    faults.field('group.name', 'duplicate', `There is a group named [${name}] already.`)
  }
}

function knownRoles(world: World, tenantId: string): Set<string> {
  const applications = world.applications.list((application) => application.tenantId === tenantId)
  return new Set(applications.flatMap(({ roles }) => roles.map(({ id }) => id)))
}
