import type { FusionAuthClient, IRESTClient } from '@fusionauth/typescript-client'
import { StudioError } from '../../contract/errors.ts'
import { say, type Worded } from '../../contract/words.ts'
import type { Connection } from './connection.ts'
import { send } from './send.ts'

type Builder = FusionAuthClient['clientBuilder']

/** How one call of the official client is sent. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** How an object in a PATCH is meant; servers before 1.39.0 know only `application/json`. */
  readonly patch?: 'application/merge-patch+json' | 'application/json' | undefined
}

/** Makes the official client send its calls over the studio's transport. */
export function restClientBuilder(connection: Connection, options: CallOptions): Builder {
  return { build: <RT, ERT>() => new RestClient<RT, ERT>(connection, options) }
}

type Official<RT, ERT> = ReturnType<IRESTClient<RT, ERT>['go']>

/** One request as the official client puts it together. */
class RestClient<RT, ERT> implements IRESTClient<RT, ERT> {
  readonly #connection: Connection
  readonly #options: CallOptions
  readonly #query = new URLSearchParams()
  readonly #headers: Record<string, string> = { Accept: 'application/json' }
  #path = ''
  #method = 'GET'
  #body: string | undefined
  #patch: string | undefined

  constructor(connection: Connection, options: CallOptions) {
    this.#connection = connection
    this.#options = options
  }

  withAuthorization(key: string): this {
    if (key) this.#headers['Authorization'] = key
    return this
  }

  /** @throws StudioError `instance-id-unusable`: a missing id would ask for all objects instead of one */
  withUriSegment(segment: string | number | null | undefined): this {
    this.#path += `/${checkSegment(segment)}`
    return this
  }

  withHeader(name: string, value: string): this {
    this.#headers[name] = value
    return this
  }

  withJSONBody(body: object): this {
    this.#body = JSON.stringify(body)
    this.#headers['Content-Type'] = 'application/json'
    this.#patch = Array.isArray(body) ? 'application/json-patch+json' : this.#options.patch
    return this
  }

  withMethod(method: string): this {
    this.#method = method
    return this
  }

  withUri(uri: string | null): this {
    this.#path = uri ?? ''
    return this
  }

  withParameter(name: string, value: unknown): this {
    for (const one of [value].flat()) {
      if (typeof one === 'string') this.#query.append(name, one)
      else if (one !== null && one !== undefined) this.#query.append(name, JSON.stringify(one))
    }
    return this
  }

  /** Requests for tokens are no business of the studio's. */
  withFormData(): this {
    throw unusable(say`form data`)
  }

  withCredentials(): this {
    throw unusable(say`cookies`)
  }

  withResponseHandler(): this {
    return this
  }

  withErrorResponseHandler(): this {
    return this
  }

  async go(): Official<RT, ERT> {
    if (this.#method === 'PATCH' && this.#patch !== undefined) this.#headers['Content-Type'] = this.#patch
    const request = {
      method: this.#method,
      path: this.#path,
      query: this.#query,
      headers: this.#headers,
      ...(this.#body !== undefined && { body: this.#body }),
    }
    const { status, body } = await send(this.#connection, request, this.#options.signal)
    // The client's own class of answers is not among what its package gives out.
    const answer: object = { statusCode: status, response: body, wasSuccessful: () => true }
    return answer as Awaited<Official<RT, ERT>>
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** The only words that stand between ids in the paths that the studio uses. */
const words: ReadonlySet<string> = new Set(['role'])

function checkSegment(segment: string | number | null | undefined): string {
  const text = String(segment ?? '')
  if (uuid.test(text) || words.has(text) || (typeof segment === 'number' && Number.isSafeInteger(segment)))
    return text.toLowerCase()
  throw new StudioError({
    code: 'instance-id-unusable',
    message: say`${JSON.stringify(text.slice(0, 80))} is no id that FusionAuth gives: a UUID is needed.`,
    hint: 'Correct the id in lambda.json, or take it out to have a new one made.',
  })
}

function unusable(what: Worded): StudioError {
  return new StudioError({
    code: 'instance-call-unusable',
    message: say`The studio sends no ${what}.`,
    hint: 'Report this with what you did.',
  })
}
