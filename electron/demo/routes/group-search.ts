import { z } from 'zod'
import { optionalId, text } from '../borders/fields.ts'
import { sees } from '../http/tenant.ts'
import { paging } from '../search/criteria.ts'
import { listPage } from '../search/listing.ts'
import type { Columns } from '../search/order.ts'
import { searchEndpoint } from '../search/search-endpoint.ts'
import { wildcard } from '../search/wildcard.ts'
import type { Group } from '../world/models.ts'
import type { World } from '../world/world.ts'
import { groupAnswer } from './group-answer.ts'

const columns = (world: World): Columns<Group> => ({
  id: ({ id }) => id,
  insertInstant: ({ insertInstant }) => insertInstant,
  name: ({ name }) => name,
  tenant: ({ tenantId }) => world.tenants.get(tenantId)?.name,
})

export const groupSearch = searchEndpoint({
  path: '/api/group/search',
  scope: 'any',
  criteria: z.strictObject({ ...paging, name: text, tenantId: optionalId }),
  run({ world, tenantId }, criteria, prefix) {
    const matches = wildcard(criteria.name)
    const tenant = tenantId ?? criteria.tenantId ?? undefined
    const found = world.groups.list((group) => sees(tenant, group.tenantId) && matches(group.name))
    const { rows, total } = listPage(found, criteria, columns(world), { byDefault: 'name ASC', prefix })
    return { groups: rows.map((group) => groupAnswer(world, group)), total }
  },
})
