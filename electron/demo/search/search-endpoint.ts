import { z } from 'zod'
import { check } from '../borders/check.ts'
import { texts } from '../borders/fields.ts'
import { ok, type Call } from '../http/call.ts'
import type { Endpoint, KeyScope } from '../http/endpoint.ts'
import { queryCriteria } from './criteria.ts'

interface Search<Schema extends z.ZodObject> {
  readonly path: string
  readonly scope: KeyScope
  readonly criteria: Schema
  /** Parts of what is found that a search may leave out by not naming them in `expand`. */
  readonly expandable?: readonly string[]
  /** `prefix` stands before the name of a criterion in the path of an error. */
  run(call: Call, criteria: z.output<Schema>, prefix: string, expand: Expand): object
}

/** Undefined and null ask for everything, as in the versions before there was a choice. */
export type Expand = readonly string[] | null | undefined

/** A search by GET, with criteria in the URL, and by POST, with the same under `search` in the body. */
export function searchEndpoint<Schema extends z.ZodObject>(search: Search<Schema>): Endpoint {
  const shape: { expand?: typeof texts } = search.expandable ? { expand: texts } : {}
  const expansion = z.strictObject(shape)
  const body = expansion.extend({ search: search.criteria.nullish() })
  return {
    path: search.path,
    permission: search.path,
    scope: search.scope,
    handlers: {
      GET: (call) => {
        const criteria = queryCriteria(search.criteria, call.query)
        const { expand } = queryCriteria(expansion, call.query)
        return ok(search.run(call, criteria, '', expand as Expand))
      },
      POST: (call) => {
        const request = check(body, call.body)
        const criteria = request.search ?? search.criteria.parse({})
        return ok(search.run(call, criteria, 'search.', request.expand as Expand))
      },
    },
  }
}
