import { z } from 'zod'
import { identityProviderTypes } from '../borders/identity-provider.ts'
import { optionalId, text } from '../borders/fields.ts'
import { sees } from '../http/tenant.ts'
import { paging } from '../search/criteria.ts'
import { listPage } from '../search/listing.ts'
import type { Columns } from '../search/order.ts'
import { searchEndpoint } from '../search/search-endpoint.ts'
import { wildcard } from '../search/wildcard.ts'
import type { IdentityProvider } from '../world/models.ts'

const columns: Columns<IdentityProvider> = {
  id: ({ id }) => id,
  insertInstant: ({ insertInstant }) => insertInstant,
  name: ({ name }) => name,
  type: ({ type }) => type,
}

export const identityProviderSearch = searchEndpoint({
  path: '/api/identity-provider/search',
  scope: 'any',
  criteria: z.strictObject({
    ...paging,
    applicationId: optionalId,
    name: text,
    source: text,
    tenantId: optionalId,
    type: z.enum(identityProviderTypes).nullish(),
  }),
  run({ world, tenantId }, { applicationId, source, type, ...criteria }, prefix) {
    const matches = wildcard(criteria.name)
    const tenant = tenantId ?? criteria.tenantId ?? undefined
    const found = world.identityProviders.list(
      (provider) =>
        sees(tenant, provider.tenantId) &&
        matches(provider.name) &&
        (!type || provider.type === type) &&
        (!source || provider['source'] === source) &&
        (!applicationId || Object.hasOwn(provider['applicationConfiguration'] ?? {}, applicationId)),
    )
    const { rows, total } = listPage(found, criteria, columns, { byDefault: 'name ASC', prefix })
    return { identityProviders: rows, total }
  },
})
