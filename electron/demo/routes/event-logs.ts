import { z } from 'zod'
import { integer, text } from '../borders/fields.ts'
import { notFound, ok, type Answer, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { paging } from '../search/criteria.ts'
import { listPage } from '../search/listing.ts'
import type { Columns } from '../search/order.ts'
import { searchEndpoint } from '../search/search-endpoint.ts'
import { wildcard } from '../search/wildcard.ts'
import type { EventLog } from '../world/models.ts'

const path = '/api/system/event-log'

const columns: Columns<EventLog> = {
  id: ({ id }) => id,
  insertInstant: ({ insertInstant }) => insertInstant,
  type: ({ type }) => type,
}

const eventLogSearch = searchEndpoint({
  path: `${path}/search`,
  scope: 'global',
  criteria: z.strictObject({
    ...paging,
    end: integer,
    message: text,
    start: integer,
    type: z.enum(['Information', 'Debug', 'Error']).nullish(),
  }),
  run({ world }, { start, end, type, ...criteria }, prefix) {
    const matches = wildcard(criteria.message)
    const found = world.eventLogs.list(
      (entry) =>
        matches(entry.message) &&
        (!type || entry.type === type) &&
        entry.insertInstant >= (start ?? -Infinity) &&
        entry.insertInstant <= (end ?? Infinity),
    )
    // The default order is not documented; the newest first is what the administration pages show.
    const { rows, total } = listPage(found, criteria, columns, { byDefault: 'insertInstant DESC', prefix })
    return { eventLogs: rows, total }
  },
})

export const eventLogEndpoints: readonly Endpoint[] = [
  eventLogSearch,
  { path: `${path}/:id`, permission: path, scope: 'global', handlers: { GET: retrieve } },
]

/** Entries are counted, they have no UUID. */
function retrieve({ world, parameters }: Call): Answer {
  const id = parameters['id'] ?? ''
  const eventLog = /^\d+$/.test(id) ? world.eventLogs.get(Number(id)) : undefined
  return eventLog ? ok({ eventLog }) : notFound
}
