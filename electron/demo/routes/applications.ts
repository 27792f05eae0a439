import type { JsonObject, JsonValue } from '../../contract/json.ts'
import { applicationRequest } from '../borders/application.ts'
import { isBlank } from '../borders/blank.ts'
import { check } from '../borders/check.ts'
import { withoutNulls } from '../borders/configured.ts'
import { done, ok, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { flagParameter } from '../http/parameters.ts'
import { Faults, refuseField } from '../http/refusal.ts'
import { inSight, requireTenant } from '../http/tenant.ts'
import {
  createApplication,
  deleteApplication,
  replaceApplication,
  setApplicationActive,
} from '../world/applications.ts'
import { applicationLambdas } from '../world/assignments.ts'
import type { Application } from '../world/models.ts'
import { without } from '../without.ts'
import { applicationSearch } from './application-search.ts'
import { noteLambdas } from './lambda-references.ts'
import { resourceEndpoints } from './resource.ts'
import { readRoles } from './role-request.ts'
import { roleEndpoints } from './roles.ts'

export const applicationEndpoints: readonly Endpoint[] = [
  applicationSearch,
  ...roleEndpoints,
  ...resourceEndpoints<Application>({
    path: '/api/application',
    scope: 'any',
    object: 'application',
    list: (call) => ok({ applications: listApplications(call) }),
    exists: ({ world }, id) => world.applications.has(id),
    find: (call, id) => inSight(call, call.world.applications.get(id)),
    create: createFrom,
    replace: replaceFrom,
    remove: (call, application) => {
      remove(call, application)
      return done
    },
    render: (_call, application) => ({ application }),
    toRequest: (application): JsonValue => ({ application: application as unknown as JsonObject }),
  }),
]

function listApplications(call: Call): Application[] {
  const inactive = flagParameter(call.query, 'inactive') ?? false
  return call.world.applications.list(
    (application) => inSight(call, application) !== undefined && application.active !== inactive,
  )
}

function createFrom(call: Call, id: string | undefined, body: JsonValue | undefined): Application {
  const tenantId = requireTenant(call.world, call.tenantId)
  const { application, sourceApplicationId } = check(applicationRequest, body)
  const source = sourceApplicationId ? sourceOf(call, sourceApplicationId) : {}
  const { roles, ...fields } = application ?? {}
  const all = { ...source, ...withoutNulls(fields) }
  const faults = new Faults()
  noteFaults(faults, call, tenantId, undefined, all)
  const made = readRoles(faults, call.world, roles ?? [])
  faults.throwIfAny()
  return createApplication(call.world, id, tenantId, { ...all, name: fields.name ?? '' }, made)
}

/** The configuration that a new application is copied from; its name and roles are not. */
function sourceOf(call: Call, id: string): JsonObject {
  const source = inSight(call, call.world.applications.get(id))
  if (!source) refuseField('sourceApplicationId', 'invalid', `There is no application [${id}].`)
  return without(source, 'name', 'roles') as unknown as JsonObject
}

/** `?reactivate=true` asks for nothing else, and needs no body. */
function replaceFrom(call: Call, existing: Application, body: JsonValue | undefined): Application {
  if (flagParameter(call.query, 'reactivate')) return setApplicationActive(call.world, existing, true)
  const fields = check(applicationRequest, body).application ?? {}
  const all = withoutNulls(without(fields, 'roles'))
  const faults = new Faults()
  noteFaults(faults, call, existing.tenantId, existing, all)
  faults.throwIfAny()
  return replaceApplication(call.world, existing, { ...all, name: fields.name ?? '' })
}

function noteFaults(
  faults: Faults,
  { world }: Call,
  tenantId: string,
  existing: Application | undefined,
  fields: JsonObject,
): void {
  const { name } = fields
  if (typeof name !== 'string' || isBlank(name)) {
    faults.field('application.name', 'blank', 'An application needs a name.')
  }
  const namesake = world.applications.find((other) => other.tenantId === tenantId && other.name === name)
  if (namesake && namesake.id !== existing?.id) {
    faults.field('application.name', 'duplicate', `There is an application named [${namesake.name}] already.`)
  }
  noteLambdas(faults, world, 'application', fields, applicationLambdas)
}

/** A delete only deactivates, unless it is asked to be hard. */
function remove({ world, query }: Call, application: Application): void {
  if (flagParameter(query, 'hardDelete')) deleteApplication(world, application)
  else setApplicationActive(world, application, false)
}
