import type { JsonObject } from '../../contract/json.ts'
import { withdrawRoles } from './groups.ts'
import type { Application, Role } from './models.ts'
import { stampNew, stampUpdate } from './stamps.ts'
import type { World } from './world.ts'

type ApplicationFields = JsonObject & { readonly name: string }

export function createApplication(
  world: World,
  id: string | undefined,
  tenantId: string,
  fields: ApplicationFields,
  roles: readonly Role[],
): Application {
  const live = { active: true, state: 'Active' }
  return world.applications.put({ ...fields, ...live, tenantId, roles, ...stampNew(world, id) })
}

/** Replaces the configuration. The roles stay: they have endpoints of their own. */
export function replaceApplication(
  world: World,
  existing: Application,
  fields: ApplicationFields,
): Application {
  const { tenantId, roles, active, state } = existing
  return world.applications.put({
    ...fields,
    tenantId,
    roles,
    active,
    state,
    ...stampUpdate(world, existing),
  })
}

export function setApplicationActive(world: World, existing: Application, active: boolean): Application {
  const state = active ? 'Active' : 'Inactive'
  return world.applications.put({ ...existing, active, state, ...stampUpdate(world, existing) })
}

/** Registrations for it are gone, groups lose its roles, and identity providers know it no more. */
export function deleteApplication(world: World, application: Application): void {
  withdrawRoles(world, new Set(application.roles.map(({ id }) => id)))
  for (const user of world.users.list(({ registrations }) => registeredFor(registrations, application.id))) {
    const registrations = user.registrations.filter(({ applicationId }) => applicationId !== application.id)
    world.users.put({ ...user, registrations })
  }
  forgetInProviders(world, application.id)
  world.applications.delete(application.id)
}

function forgetInProviders(world: World, id: string): void {
  for (const provider of world.identityProviders.list()) {
    const enabled = provider['applicationConfiguration']
    if (typeof enabled !== 'object' || enabled === null || !Object.hasOwn(enabled, id)) continue
    const others = Object.entries(enabled).filter(([applicationId]) => applicationId !== id)
    world.identityProviders.put({ ...provider, applicationConfiguration: Object.fromEntries(others) })
  }
}

const registeredFor = (registrations: readonly { applicationId: string }[], id: string): boolean =>
  registrations.some(({ applicationId }) => applicationId === id)

/** Sets a role, new or known by its id. */
export function putRole(world: World, application: Application, role: Role): Application {
  const others = application.roles.filter(({ id }) => id !== role.id)
  const former = application.roles.find(({ id }) => id === role.id)
  if (former && former.name !== role.name) renameInRegistrations(world, application, former.name, role.name)
  const roles = former
    ? application.roles.map((known) => (known.id === role.id ? role : known))
    : [...others, role]
  return world.applications.put({ ...application, roles, ...stampUpdate(world, application) })
}

/** A role that is gone is gone from groups and registrations too. */
export function deleteRole(world: World, application: Application, role: Role): void {
  withdrawRoles(world, new Set([role.id]))
  renameInRegistrations(world, application, role.name, undefined)
  const roles = application.roles.filter(({ id }) => id !== role.id)
  world.applications.put({ ...application, roles, ...stampUpdate(world, application) })
}

/** Registrations hold roles by name. */
function renameInRegistrations(
  world: World,
  application: Application,
  from: string,
  to: string | undefined,
): void {
  for (const user of world.users.list(({ registrations }) => registeredFor(registrations, application.id))) {
    const registrations = user.registrations.map((registration) => {
      if (registration.applicationId !== application.id) return registration
      const roles = registration.roles.flatMap((name) => (name === from ? (to ?? []) : name))
      return { ...registration, roles }
    })
    world.users.put({ ...user, registrations })
  }
}
