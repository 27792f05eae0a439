import type { JsonObject, JsonValue } from '../../contract/json.ts'
import { isBlank } from '../borders/blank.ts'
import { check } from '../borders/check.ts'
import { withoutNulls } from '../borders/configured.ts'
import { identityProviderRequest, identityProviderTypes } from '../borders/identity-provider.ts'
import { done, notFound, ok, type Answer, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { enumParameter } from '../http/parameters.ts'
import { Faults } from '../http/refusal.ts'
import { inSight } from '../http/tenant.ts'
import { reconcileLambda, reconcileTypes } from '../world/assignments.ts'
import type { IdentityProvider, IdentityProviderFields } from '../world/models.ts'
import { stampNew, stampUpdate } from '../world/stamps.ts'
import { identityProviderSearch } from './identity-provider-search.ts'
import { noteLambdas } from './lambda-references.ts'
import { resourceEndpoints } from './resource.ts'

export const identityProviderEndpoints: readonly Endpoint[] = [
  identityProviderSearch,
  ...resourceEndpoints<IdentityProvider>({
    path: '/api/identity-provider',
    scope: 'any',
    object: 'identityProvider',
    list: listOrByType,
    exists: ({ world }, id) => world.identityProviders.has(id),
    find: (call, id) => inSight(call, call.world.identityProviders.get(id)),
    create: (call, id, body) =>
      call.world.identityProviders.put({ ...readFields(call, undefined, body), ...stampNew(call.world, id) }),
    replace: (call, existing, body) =>
      call.world.identityProviders.put({
        ...readFields(call, existing, body),
        ...stampUpdate(call.world, existing),
      }),
    remove: ({ world }, { id }) => {
      world.identityProviders.delete(id)
      return done
    },
    render: (_call, provider) => ({ identityProvider: provider }),
    toRequest: (provider): JsonValue => ({ identityProvider: provider as unknown as JsonObject }),
  }),
]

/** By type FusionAuth documents one provider and, in newer versions, several: the same list either way. */
function listOrByType(call: Call): Answer {
  const type = enumParameter(call.query, 'type', identityProviderTypes)
  const found = call.world.identityProviders.list(
    (provider) => inSight(call, provider) !== undefined && (type === undefined || provider.type === type),
  )
  if (type === undefined) return ok({ identityProviders: found })
  const [only] = found
  return only ? ok({ identityProvider: only, identityProviders: found }) : notFound
}

/** The type cannot change; a tenant key makes providers of its own tenant. */
function readFields(
  call: Call,
  existing: IdentityProvider | undefined,
  body: JsonValue | undefined,
): IdentityProviderFields {
  const fields = withoutNulls(check(identityProviderRequest, body).identityProvider ?? {})
  const type = existing?.type ?? textIn(fields, 'type')
  const name = textIn(fields, 'name')
  const faults = new Faults()
  if (isBlank(type)) faults.field('identityProvider.type', 'blank', 'An identity provider needs a type.')
  if (isBlank(name) && isNamed(type)) {
    faults.field('identityProvider.name', 'blank', 'An identity provider of this type needs a name.')
  }
  noteOwners(faults, call, fields)
  const lambdaType = reconcileTypes[type]
  if (lambdaType) noteLambdas(faults, call.world, 'identityProvider', fields, reconcileLambda(lambdaType))
  faults.throwIfAny()
  const tenantId = existing?.tenantId ?? call.apiKey?.tenantId ?? (textIn(fields, 'tenantId') || undefined)
  return {
    ...fields,
    tenantId,
    enabled: fields['enabled'] === true,
    name: name || type,
    type,
  }
}

/** Of the other types there is one, which is named like its type. */
function isNamed(type: string): boolean {
  return ['OpenIDConnect', 'SAMLv2', 'SAMLv2IdPInitiated', 'ExternalJWT'].includes(type)
}

function noteOwners(
  faults: Faults,
  { world }: Call,
  { tenantId, applicationConfiguration }: JsonObject,
): void {
  if (typeof tenantId === 'string' && !world.tenants.has(tenantId)) {
    faults.field('identityProvider.tenantId', 'invalid', `There is no tenant [${tenantId}].`)
  }
  for (const id of Object.keys(applicationConfiguration ?? {})) {
    if (world.applications.has(id.toLowerCase())) continue
    const path = `identityProvider.applicationConfiguration['${id.slice(0, 80)}']`
    faults.field(path, 'invalid', 'There is no application with this id.')
  }
}

function textIn(fields: JsonObject, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
