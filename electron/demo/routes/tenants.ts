import { z } from 'zod'
import type { JsonObject, JsonValue } from '../../contract/json.ts'
import { isBlank } from '../borders/blank.ts'
import { check } from '../borders/check.ts'
import { withoutNulls } from '../borders/configured.ts'
import { text } from '../borders/fields.ts'
import { tenantDeleteRequest, tenantRequest } from '../borders/tenant.ts'
import { done, ok, unauthorized, type Answer, type Call, type Handler } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { flagParameter } from '../http/parameters.ts'
import { Faults, refuse, refuseField } from '../http/refusal.ts'
import { sees } from '../http/tenant.ts'
import { paging } from '../search/criteria.ts'
import { listPage } from '../search/listing.ts'
import { searchEndpoint } from '../search/search-endpoint.ts'
import { wildcard } from '../search/wildcard.ts'
import { tenantLambdas } from '../world/assignments.ts'
import type { Tenant } from '../world/models.ts'
import { createTenant, deleteTenant, replaceTenant } from '../world/tenants.ts'
import { without } from '../without.ts'
import { noteLambdas } from './lambda-references.ts'
import { resourceEndpoints } from './resource.ts'

const tenantSearch = searchEndpoint({
  path: '/api/tenant/search',
  scope: 'global',
  criteria: z.strictObject({ ...paging, name: text }),
  run({ world }, criteria, prefix) {
    const matches = wildcard(criteria.name)
    const found = world.tenants.list(({ name }) => matches(name))
    const columns = {
      id: ({ id }: Tenant) => id,
      insertInstant: ({ insertInstant }: Tenant) => insertInstant,
      name: ({ name }: Tenant) => name,
    }
    const { rows, total } = listPage(found, criteria, columns, { byDefault: 'name ASC', prefix })
    return { tenants: rows, total }
  },
})

/** A tenant is owned by none: a key that is bound to one sees it alone, the tenant header hides nothing here. */
export const tenantEndpoints: readonly Endpoint[] = [
  tenantSearch,
  ...resourceEndpoints<Tenant>({
    path: '/api/tenant',
    scope: 'any',
    object: 'tenant',
    list: ({ world, apiKey }) => ok({ tenants: world.tenants.list(({ id }) => sees(apiKey?.tenantId, id)) }),
    exists: ({ world }, id) => world.tenants.has(id),
    find: ({ world, apiKey }, id) => (sees(apiKey?.tenantId, id) ? world.tenants.get(id) : undefined),
    create: createFrom,
    replace: replaceFrom,
    remove,
    render: (_call, tenant) => ({ tenant }),
    toRequest: (tenant): JsonValue => ({ tenant: tenant as unknown as JsonObject }),
  }).map(withoutTenantKeys),
]

/** A key of one tenant makes and removes no tenants; that it gets 401 for it is not documented. */
function withoutTenantKeys(endpoint: Endpoint): Endpoint {
  const guard = (handler: Handler | undefined) =>
    handler && ((call: Call) => (call.apiKey?.tenantId === undefined ? handler(call) : unauthorized))
  const { POST, DELETE, ...others } = endpoint.handlers
  const [post, remover] = [guard(POST), guard(DELETE)]
  return {
    ...endpoint,
    handlers: { ...others, ...(post && { POST: post }), ...(remover && { DELETE: remover }) },
  }
}

function createFrom(call: Call, id: string | undefined, body: JsonValue | undefined): Tenant {
  const { tenant, sourceTenantId } = check(tenantRequest, body)
  const source = sourceTenantId ? sourceOf(call, sourceTenantId) : {}
  return createTenant(
    call.world,
    id,
    readFields(call, undefined, { ...source, ...withoutNulls(tenant ?? {}) }),
  )
}

/** The configuration that a new tenant is copied from, without its name. */
function sourceOf({ world }: Call, id: string): JsonObject {
  const source = world.tenants.get(id)
  if (!source) refuseField('sourceTenantId', 'invalid', `There is no tenant [${id}].`)
  return without(source, 'name') as unknown as JsonObject
}

function replaceFrom(call: Call, existing: Tenant, body: JsonValue | undefined): Tenant {
  const { tenant } = check(tenantRequest, body)
  return replaceTenant(call.world, existing, readFields(call, existing, withoutNulls(tenant ?? {})))
}

function readFields(
  { world }: Call,
  existing: Tenant | undefined,
  fields: JsonObject,
): JsonObject & { name: string } {
  const name = typeof fields['name'] === 'string' ? fields['name'] : ''
  const faults = new Faults()
  if (typeof name !== 'string' || isBlank(name))
    faults.field('tenant.name', 'blank', 'A tenant needs a name.')
  const namesake = world.tenants.find((other) => other.name === name)
  if (namesake && namesake.id !== existing?.id) {
    faults.field('tenant.name', 'duplicate', `There is a tenant named [${namesake.name}] already.`)
  }
  noteLambdas(faults, world, 'tenant', fields, tenantLambdas)
  faults.throwIfAny()
  return { ...fields, name }
}

/** With `async` it is 202 as documented, though it is done by then. There must be a tenant left. */
function remove(call: Call, tenant: Tenant): Answer {
  const later = flagParameter(call.query, 'async') ?? check(tenantDeleteRequest, call.body).async ?? false
  if (call.world.tenants.size === 1) refuse('LastTenant', 'The last tenant cannot be deleted.')
  deleteTenant(call.world, tenant)
  return later ? { status: 202 } : done
}
