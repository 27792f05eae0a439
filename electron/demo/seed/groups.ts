import type { Application, Group, Tenant } from '../world/models.ts'
import { idOf } from './lambdas.ts'
import { seedGroups, type SeedGroup } from './organisation.ts'
import { seedStamps, type Seeding } from './seeding.ts'

/** A group with the part of its tenant's users who are in it. */
export interface SeededGroup {
  readonly group: Group
  readonly share: number
}

export function seedAllGroups(
  { world, random }: Seeding,
  tenants: ReadonlyMap<string, Tenant>,
  applications: ReadonlyMap<string, Application>,
): SeededGroup[] {
  return seedGroups.map((seed) => {
    const group = world.groups.put({
      name: seed.name,
      tenantId: idOf(tenants, seed.tenant),
      data: { description: seed.description, costCentre: 4000 + random.below(200) },
      roleIds: roleIds(seed, applications),
      ...seedStamps(random),
    })
    return { group, share: seed.share }
  })
}

function roleIds({ roles }: SeedGroup, applications: ReadonlyMap<string, Application>): string[] {
  return roles.flatMap(([application, name]) => {
    const role = applications.get(application)?.roles.find((known) => known.name === name)
    return role ? [role.id] : []
  })
}
