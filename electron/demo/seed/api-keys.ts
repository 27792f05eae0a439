import { createHash, randomBytes } from 'node:crypto'
import type { ApiKey } from '../world/models.ts'
import { readOnlyPermissions } from './read-only-permissions.ts'
import { seedStamps, type Seeding } from './seeding.ts'

export type KeyScope = 'global' | 'tenant' | 'read-only'

/** The names under which the three keys of the demo are kept. */
export const keyScopes: readonly (readonly [name: string, scope: KeyScope])[] = [
  ['Global', 'global'],
  ['Tenant', 'tenant'],
  ['Read only', 'read-only'],
]

/**
 * Makes the three keys. With a seed they are the same at every start, which is safe for a server that only this
 * machine reaches and that holds nothing but made-up data; without one they are random.
 */
export function seedApiKeys({ world, random }: Seeding, tenantId: string, seed: number | undefined): void {
  for (const [name, scope] of keyScopes) {
    const apiKey: ApiKey = {
      name,
      key: seed === undefined ? randomBytes(48).toString('base64url') : seededKey(seed, name),
      endpoints: scope === 'read-only' ? readOnlyPermissions : {},
      tenantId: scope === 'tenant' ? tenantId : undefined,
      keyManager: scope === 'global',
      retrievable: true,
      attributes: { description: `Made for the demo: ${name}` },
      ...seedStamps(random),
    }
    world.apiKeys.put(apiKey)
  }
}

function seededKey(seed: number, name: string): string {
  return createHash('sha384').update(`lambda-studio demo ${seed} ${name}`).digest('base64url')
}
