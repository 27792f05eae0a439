import { createHash, timingSafeEqual } from 'node:crypto'
import type { ApiKey } from '../world/models.ts'
import type { World } from '../world/world.ts'
import type { Method } from './call.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * The key that a request may use for this endpoint and method, null where none is needed and none was sent, or
 * 'refused'. FusionAuth does not tell the reasons apart, so neither does this.
 */
export function authorize(
  world: World,
  endpoint: Endpoint,
  method: Method,
  header: string | undefined,
): ApiKey | null | 'refused' {
  if (endpoint.scope === 'none' && header === undefined) return null
  const apiKey = findKey(world, header)
  return apiKey && mayCall(apiKey, endpoint, method) ? apiKey : 'refused'
}

function findKey(world: World, header: string | undefined): ApiKey | undefined {
  const apiKey = header === undefined ? undefined : world.apiKeys.findByKey(header)
  if (!apiKey || !sameText(apiKey.key, header ?? '')) return undefined
  const expired = apiKey.expirationInstant !== undefined && apiKey.expirationInstant <= Date.now()
  return expired ? undefined : apiKey
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

function mayCall(apiKey: ApiKey, endpoint: Endpoint, method: Method): boolean {
  if (endpoint.scope === 'none') return true
  if (apiKey.tenantId !== undefined && endpoint.scope !== 'any') return false
  if (endpoint.scope === 'key-manager') return apiKey.keyManager && permits(apiKey, endpoint, method)
  return permits(apiKey, endpoint, method)
}

function permits({ endpoints }: ApiKey, { permission }: Endpoint, method: Method): boolean {
  if (Object.keys(endpoints).length === 0) return true
  return Object.hasOwn(endpoints, permission) && (endpoints[permission]?.includes(method) ?? false)
}
