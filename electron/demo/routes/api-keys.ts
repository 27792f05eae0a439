import { randomBytes } from 'node:crypto'
import type { JsonObject, JsonValue } from '../../contract/json.ts'
import { apiKeyRequest, type ApiKeyRequest } from '../borders/api-key.ts'
import { isBlank } from '../borders/blank.ts'
import { check } from '../borders/check.ts'
import { done, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { Faults, refuseField } from '../http/refusal.ts'
import type { ApiKey } from '../world/models.ts'
import { stampNew, stampUpdate } from '../world/stamps.ts'
import { resourceEndpoints } from './resource.ts'

/** FusionAuth has no call that lists keys. */
export const apiKeyEndpoints: readonly Endpoint[] = resourceEndpoints<ApiKey>({
  path: '/api/api-key',
  scope: 'key-manager',
  object: 'apiKey',
  exists: ({ world }, id) => world.apiKeys.has(id),
  find: ({ world }, id) => world.apiKeys.get(id),
  create: createFrom,
  replace: replaceFrom,
  remove: ({ world }, { id }) => {
    world.apiKeys.delete(id)
    return done
  },
  render: (_call, apiKey) => ({ apiKey: answer(apiKey) }),
  toRequest: (apiKey): JsonValue => ({ apiKey: answer(apiKey) }),
})

/** A key that is not retrievable is left out of every answer. */
function answer({ endpoints, attributes, key, ...rest }: ApiKey): JsonObject {
  return JSON.parse(
    JSON.stringify({
      ...rest,
      key: rest.retrievable ? key : undefined,
      permissions: { endpoints },
      metaData: { attributes },
    }),
  ) as JsonObject
}

function createFrom({ world }: Call, id: string | undefined, body: JsonValue | undefined): ApiKey {
  const { apiKey, sourceKeyId } = check(apiKeyRequest, body)
  const source = sourceKeyId ? world.apiKeys.get(sourceKeyId) : undefined
  if (sourceKeyId && !source) refuseField('sourceKeyId', 'invalid', `There is no API key [${sourceKeyId}].`)
  const request = apiKey ?? {}
  const faults = new Faults()
  if (request.key && world.apiKeys.findByKey(request.key)) {
    faults.field('apiKey.key', 'duplicate', 'There is such a key already.')
  }
  if (request.tenantId && !world.tenants.has(request.tenantId)) {
    faults.field('apiKey.tenantId', 'invalid', `There is no tenant [${request.tenantId}].`)
  }
  if (request.retrievable === false && isBlank(request.name)) {
    faults.field('apiKey.name', 'blank', 'A key that cannot be retrieved needs a name.')
  }
  faults.throwIfAny()
  return world.apiKeys.put({
    ...changeable(request, source),
    ...stampNew(world, id),
    key: isBlank(request.key) ? randomBytes(48).toString('base64url') : request.key,
    // Only the administration pages can make a key that manages keys.
    keyManager: false,
    retrievable: request.retrievable ?? true,
    tenantId: request.tenantId ?? source?.tenantId,
  })
}

/** The key itself, its tenant and whether it manages keys stay what they were. */
function replaceFrom({ world }: Call, existing: ApiKey, body: JsonValue | undefined): ApiKey {
  const { key, keyManager, retrievable, tenantId } = existing
  const request = check(apiKeyRequest, body).apiKey ?? {}
  const kept = { key, keyManager, retrievable, tenantId }
  return world.apiKeys.put({ ...changeable(request, undefined), ...kept, ...stampUpdate(world, existing) })
}

function changeable(
  request: ApiKeyRequest,
  source: ApiKey | undefined,
): Pick<ApiKey, 'name' | 'endpoints' | 'expirationInstant' | 'attributes'> {
  return {
    name: request.name ?? undefined,
    endpoints: request.permissions?.endpoints ?? source?.endpoints ?? {},
    expirationInstant: request.expirationInstant ?? undefined,
    attributes: request.metaData?.attributes ?? source?.attributes ?? {},
  }
}
