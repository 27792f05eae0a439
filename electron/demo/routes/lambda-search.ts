import { z } from 'zod'
import { text } from '../borders/fields.ts'
import { paging } from '../search/criteria.ts'
import { listPage } from '../search/listing.ts'
import type { Columns } from '../search/order.ts'
import { searchEndpoint } from '../search/search-endpoint.ts'
import { wildcard } from '../search/wildcard.ts'
import { lambdaTypes } from '../world/lambda-types.ts'
import type { Lambda } from '../world/models.ts'

const columns: Columns<Lambda> = {
  id: ({ id }) => id,
  insertInstant: ({ insertInstant }) => insertInstant,
  name: ({ name }) => name,
  engineType: ({ engineType }) => engineType,
}

export const lambdaSearch = searchEndpoint({
  path: '/api/lambda/search',
  scope: 'global',
  criteria: z.strictObject({ ...paging, body: text, name: text, type: z.enum(lambdaTypes).nullish() }),
  run({ world }, criteria, prefix) {
    const [inName, inBody] = [wildcard(criteria.name), wildcard(criteria.body)]
    const found = world.lambdas.list(
      ({ name, body, type }) => inName(name) && inBody(body) && (!criteria.type || criteria.type === type),
    )
    const { rows, total } = listPage(found, criteria, columns, { byDefault: 'name ASC', prefix })
    return { lambdas: rows, total }
  },
})
