import { z } from 'zod'
import { flag, optionalId, text } from '../borders/fields.ts'
import { sees } from '../http/tenant.ts'
import { paging } from '../search/criteria.ts'
import { listPage } from '../search/listing.ts'
import type { Columns } from '../search/order.ts'
import { searchEndpoint } from '../search/search-endpoint.ts'
import { wildcard } from '../search/wildcard.ts'
import type { Application } from '../world/models.ts'
import type { World } from '../world/world.ts'
import { without } from '../without.ts'

const columns = (world: World): Columns<Application> => ({
  id: ({ id }) => id,
  insertInstant: ({ insertInstant }) => insertInstant,
  name: ({ name }) => name,
  tenant: ({ tenantId }) => world.tenants.get(tenantId)?.name,
})

/** What an application may be told without. */
const parts = ['roles', 'scopes'] as const

export const applicationSearch = searchEndpoint({
  path: '/api/application/search',
  scope: 'any',
  expandable: parts,
  criteria: z.strictObject({
    ...paging,
    name: text,
    state: z.enum(['Active', 'Inactive', 'PendingDelete']).nullish(),
    tenantId: optionalId,
    universal: flag,
  }),
  run({ world, tenantId }, criteria, prefix, expand) {
    const matches = wildcard(criteria.name)
    const tenant = tenantId ?? criteria.tenantId ?? undefined
    const found = world.applications.list(
      (application) =>
        sees(tenant, application.tenantId) &&
        matches(application.name) &&
        (!criteria.state || application.state === criteria.state) &&
        // None of the demo's applications is universal.
        criteria.universal !== true,
    )
    const { rows, total } = listPage(found, criteria, columns(world), { byDefault: 'name ASC', prefix })
    const left = parts.filter((part) => expand && !expand.includes(part))
    return { applications: rows.map((row) => without(row, ...left)), expandable: left, total }
  },
})
