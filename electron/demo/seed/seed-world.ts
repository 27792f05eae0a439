import { World } from '../world/world.ts'
import { seedApiKeys } from './api-keys.ts'
import { drawCultures } from './cultures.ts'
import { seedEventLogs } from './event-logs.ts'
import { seedAllGroups } from './groups.ts'
import { seedIdentityProviders } from './identity-providers.ts'
import { idOf, seedAllLambdas } from './lambdas.ts'
import { Random } from './random.ts'
import type { Seeding } from './seeding.ts'
import { seedAllApplications, seedAllTenants, seedConnector } from './tenants.ts'
import { seedUsers } from './users.ts'

/** The world that is made when no seed is asked for. */
const usualSeed = 1

/** Makes the demo's world. The same seed makes the same world; only its API keys differ where none is given. */
export async function seedWorld(users: number, seed: number | undefined): Promise<World> {
  const cultures = await drawCultures(seed ?? usualSeed)
  const seeding: Seeding = { world: new World(), random: new Random(seed ?? usualSeed) }
  const { world } = seeding
  const lambdas = seedAllLambdas(seeding)
  const tenants = seedAllTenants(seeding, lambdas, seedConnector(seeding, lambdas))
  const applications = seedAllApplications(seeding, lambdas, tenants)
  seedIdentityProviders(seeding, lambdas, applications)
  const groups = seedAllGroups(seeding, tenants, applications)
  seedEventLogs(seeding, lambdas.values())
  seedApiKeys(seeding, idOf(tenants, 'default'), seed)
  seedUsers(seeding, {
    count: users,
    cultures,
    applications: world.applications.list(),
    groups,
    tenantIds: [idOf(tenants, 'default'), idOf(tenants, 'partners')],
  })
  return world
}
