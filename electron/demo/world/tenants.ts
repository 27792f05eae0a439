import type { JsonObject } from '../../contract/json.ts'
import { deleteApplication } from './applications.ts'
import { deleteGroup } from './groups.ts'
import type { Tenant } from './models.ts'
import { stampNew, stampUpdate } from './stamps.ts'
import { deleteUser } from './user-changes.ts'
import type { World } from './world.ts'

type TenantFields = JsonObject & { readonly name: string }

export function createTenant(world: World, id: string | undefined, fields: TenantFields): Tenant {
  return world.tenants.put({ ...fields, state: 'Active', ...stampNew(world, id) })
}

export function replaceTenant(world: World, existing: Tenant, fields: TenantFields): Tenant {
  return world.tenants.put({ ...fields, state: existing.state, ...stampUpdate(world, existing) })
}

/** Deletes a tenant and all that it owns. */
export function deleteTenant(world: World, { id }: Tenant): void {
  const owned = (object: { tenantId?: string | undefined }): boolean => object.tenantId === id
  for (const group of world.groups.list(owned)) deleteGroup(world, group)
  for (const user of world.users.list(owned)) deleteUser(world, user)
  for (const application of world.applications.list(owned)) deleteApplication(world, application)
  for (const provider of world.identityProviders.list(owned)) world.identityProviders.delete(provider.id)
  for (const apiKey of world.apiKeys.list(owned)) world.apiKeys.delete(apiKey.id)
  world.tenants.delete(id)
}
