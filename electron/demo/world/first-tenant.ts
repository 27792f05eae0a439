import type { World } from './world.ts'

/** Null where all tenants were deleted. */
export function firstTenantId(world: World): string | null {
  return world.tenants.find(() => true)?.id ?? null
}
