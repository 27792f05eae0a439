import type { RoleRequest } from '../borders/application.ts'
import { isBlank } from '../borders/blank.ts'
import type { Faults } from '../http/refusal.ts'
import type { Role } from '../world/models.ts'
import { stampNew } from '../world/stamps.ts'
import type { World } from '../world/world.ts'

/** The roles that an application is created with. */
export function readRoles(faults: Faults, world: World, requests: readonly RoleRequest[]): Role[] {
  const names = new Set<string>()
  const ids = new Set<string>()
  return requests.map((request, index) => {
    const path = `application.roles[${index}]`
    noteRoleName(faults, names, request.name, `${path}.name`)
    if (request.id && (ids.has(request.id) || roleIdTaken(world, request.id))) {
      faults.field(`${path}.id`, 'duplicate', `The id [${request.id}] is taken.`)
    }
    names.add(request.name ?? '')
    if (request.id) ids.add(request.id)
    return { ...roleFields(request), ...stampNew(world, request.id ?? undefined) }
  })
}

/** Notes a role without a name, or with one that another role of the application has. */
export function noteRoleName(
  faults: Faults,
  taken: ReadonlySet<string>,
  name: string | null | undefined,
  path: string,
): void {
  if (isBlank(name)) faults.field(path, 'blank', 'A role needs a name.')
  else if (taken.has(name)) faults.field(path, 'duplicate', `There is a role named [${name}] already.`)
}

export function roleFields({
  name,
  description,
  isDefault,
  isSuperRole,
}: RoleRequest): Omit<Role, 'id' | 'insertInstant' | 'lastUpdateInstant'> {
  return {
    name: name ?? '',
    description: description ?? undefined,
    isDefault: isDefault ?? false,
    isSuperRole: isSuperRole ?? false,
  }
}

/** Role ids are unique over all applications, because groups name roles by them alone. */
export function roleIdTaken(world: World, roleId: string): boolean {
  return world.applications.find(({ roles }) => roles.some(({ id }) => id === roleId)) !== undefined
}
