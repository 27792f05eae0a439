import type { JsonValue } from '../../contract/json.ts'
import type { ApiKey } from '../world/models.ts'
import type { World } from '../world/world.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One authorised request, read to its end. */
export interface Call {
  readonly world: World
  /** Null where the endpoint takes no key and none was sent. */
  readonly apiKey: ApiKey | null
  /** The tenant that the header or the key names. */
  readonly tenantId: string | undefined
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Media type of the body, lower case, without parameters. */
  readonly mediaType: string
  /** Undefined where the request has no body. */
  readonly body: JsonValue | undefined
}

/** Status and JSON body; without `body` the answer is empty. */
export interface Answer {
  readonly status: 200 | 202 | 400 | 401 | 403 | 404 | 405 | 413 | 500
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Serves one call. It is not asynchronous on purpose: what it reads and writes is one step, so that concurrent
 * requests cannot break an invariant between them.
 */
export type Handler = (call: Call) => Answer

export const ok = (body: object): Answer => ({ status: 200, body })
/** FusionAuth answers a delete with 200 and no body. */
export const done: Answer = { status: 200 }
export const notFound: Answer = { status: 404 }
export const unauthorized: Answer = { status: 401 }
