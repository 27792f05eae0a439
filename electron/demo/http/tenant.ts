import type { ApiKey } from '../world/models.ts'
import type { World } from '../world/world.ts'
import { parseId } from './ids.ts'
import { refuse } from './refusal.ts'

export const tenantHeader = 'X-FusionAuth-TenantId'

type TenantScope =
  { readonly refused: true } | { readonly refused: false; readonly tenantId: string | undefined }

/**
 * The tenant that a request is scoped to, by its key or its header. A header that names another tenant than
 * the key's is refused; what FusionAuth answers there is not documented.
 */
export function scopedTenant(world: World, apiKey: ApiKey | null, header: string | undefined): TenantScope {
  const named = header === undefined || header === '' ? undefined : knownTenant(world, header)
  const bound = apiKey?.tenantId
  if (bound !== undefined && named !== undefined && bound !== named) return { refused: true }
  return { refused: false, tenantId: bound ?? named }
}

/** Neither the code nor the status for a header without a tenant behind it is documented. */
function knownTenant(world: World, header: string): string {
  const id = parseId(header)
  if (id !== undefined && world.tenants.has(id)) return id
  refuse('InvalidTenantId', `The ${tenantHeader} header names no tenant: [${header.slice(0, 80)}].`)
}

/** The tenant to work in: the one named, or the only one there is; anything else is ambiguous. */
export function requireTenant(world: World, tenantId: string | undefined): string {
  if (tenantId !== undefined) return tenantId
  const [only, ...others] = world.tenants.list()
  if (only && others.length === 0) return only.id
  refuse(
    'TenantIdRequired',
    `This request needs a tenant: send its id in the ${tenantHeader} header, or use a key that is bound to it.`,
  )
}

/** Whether a request scoped to `tenantId` may see something of `owner`. */
export function sees(tenantId: string | undefined, owner: string | undefined): boolean {
  return tenantId === undefined || owner === undefined || tenantId === owner
}

/** The object, where the request may see it. */
export function inSight<T extends { readonly tenantId?: string | undefined }>(
  { tenantId }: { readonly tenantId: string | undefined },
  object: T | undefined,
): T | undefined {
  return sees(tenantId, object?.tenantId) ? object : undefined
}
