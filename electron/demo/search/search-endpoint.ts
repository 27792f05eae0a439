import { z } from 'zod'
import { check } from '../borders/check.ts'
import { ok, type Call } from '../http/call.ts'
import type { Endpoint, KeyScope } from '../http/endpoint.ts'
import { queryCriteria } from './criteria.ts'

interface Search<Schema extends z.ZodObject> {
  readonly path: string
  readonly scope: KeyScope
  readonly criteria: Schema
  /** `prefix` stands before the name of a criterion in the path of an error. */
  run(call: Call, criteria: z.output<Schema>, prefix: string): object
}

/** A search by GET, with criteria in the URL, and by POST, with the same under `search` in the body. */
export function searchEndpoint<Schema extends z.ZodObject>(search: Search<Schema>): Endpoint {
  const body = z.strictObject({ search: search.criteria.nullish() })
  return {
    path: search.path,
    permission: search.path,
    scope: search.scope,
    handlers: {
      GET: (call) => ok(search.run(call, queryCriteria(search.criteria, call.query), '')),
      POST: (call) => {
        const criteria = check(body, call.body).search ?? search.criteria.parse({})
        return ok(search.run(call, criteria, 'search.'))
      },
    },
  }
}
