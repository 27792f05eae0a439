import ky, { HTTPError, TimeoutError, type KyInstance } from 'ky'
import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'
import { answerFailure } from './answer-failure.ts'
import type { Connection } from './connection.ts'
import { InstanceError } from './instance-error.ts'
import type { KeyTrial } from './key-trial.ts'
import { networkFailure } from './network-failure.ts'
import { parseAnswer, readBody, redirected, refuseRedirect } from './read-answer.ts'

/** One request to an instance. */
export interface RestRequest {
  readonly method: string
  /** From the slash on, without the address of the instance. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** A good answer; `body` is undefined where it is empty. */
export interface RestAnswer {
  readonly status: number
  readonly body: unknown
}

/**
 * Sends one request. What can be repeated without harm is tried again after a failure of the network or a 500, 502,
 * 504; any request after 429 and 503, which mean that nothing was done, and after 401 where the key may be too new to be
 * known.
 * @throws InstanceError, StudioError `cancelled`
 */
export async function send(
  connection: Connection,
  request: RestRequest,
  signal?: AbortSignal,
): Promise<RestAnswer> {
  const { method, headers, body } = request
  const trial = headers['Authorization'] === undefined ? undefined : connection.trial
  try {
    const response = await withRetries(
      connection,
      request,
      trial,
    )(urlOf(connection, request), {
      method,
      headers,
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    })
    refuseRedirect(connection, response)
    trial?.end()
    return {
      status: response.status,
      body: parseAnswer(connection, response, new Uint8Array(await response.arrayBuffer())),
    }
  } catch (thrown) {
    if (thrown instanceof HTTPError) trial?.end()
    throw failureOf(connection, thrown, signal)
  }
}

function urlOf({ url }: Connection, { path, query }: RestRequest): string {
  return query.size === 0 ? `${url}${path}` : `${url}${path}?${query.toString()}`
}

function withRetries(
  { fetch, timing, url }: Connection,
  request: RestRequest,
  trial: KeyTrial | undefined,
): KyInstance {
  const unheard = trial?.isUntried() ? [401, 429, 503] : [429, 503]
  const { retries, pauseMs, longestPauseMs, answerMs } = timing
  return ky.create({
    fetch: async (input, init) => wholeResponse(url, () => fetch(input as Request, init)),
    redirect: 'manual',
    // Nothing is decided by an answer from before, and nobody's cookies are sent.
    cache: 'no-store',
    credentials: 'omit',
    timeout: answerMs,
    throwHttpErrors: (status) => status >= 400,
    retry: {
      limit: retries,
      methods: ['get', 'post', 'put', 'patch', 'delete'],
      statusCodes: isSafe(request) ? [...unheard, 500, 502, 504] : unheard,
      afterStatusCodes: [429, 503],
      maxRetryAfter: longestPauseMs,
      backoffLimit: longestPauseMs,
      delay: (attempt) => pauseMs * 2 ** (attempt - 1),
      jitter: (delay) => delay * (0.5 + Math.random() / 2),
      retryOnTimeout: isSafe(request),
      shouldRetry: ({ error }) => (error instanceof HTTPError || isSafe(request) ? undefined : false),
    },
  })
}

/** FusionAuth's searches change nothing, by POST either. */
function isSafe({ method, path }: RestRequest): boolean {
  return method === 'GET' || (method === 'POST' && path.endsWith('/search'))
}

/** A response whose body has come whole, so that time limits and tries cover it, too. */
async function wholeResponse(url: string, fetch: () => Promise<Response>): Promise<Response> {
  try {
    const response = await fetch()
    const bytes = await readBody(response)
    const { status, headers } = response
    return new Response([204, 205, 304].includes(status) ? null : (bytes as Uint8Array<ArrayBuffer>), {
      status,
      headers,
    })
  } catch (thrown) {
    if (thrown instanceof StudioError || (thrown instanceof Error && thrown.name === 'AbortError'))
      throw thrown
    // The one form that ky takes for a failure of the network, whichever network it was.
    throw Object.assign(new TypeError('fetch failed', { cause: thrown }), { url })
  }
}

function failureOf(connection: Connection, thrown: unknown, signal?: AbortSignal): StudioError {
  if (thrown instanceof StudioError) return thrown
  if (signal?.aborted) return cancelled
  if (thrown instanceof TimeoutError) return timedOut(connection)
  if (thrown instanceof HTTPError) return answerFailure(connection, thrown.response.status, errorBody(thrown))
  if (/redirect/i.test(String(thrown instanceof Error ? thrown.cause : '')))
    return redirected(connection, null)
  return networkFailure(connection.url, thrown)
}

function errorBody({ data }: HTTPError): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

const cancelled = new StudioError({
  code: 'cancelled',
  message: 'The request was cancelled.',
  hint: 'Run it again to go on.',
})

function timedOut({ url, timing }: Connection): InstanceError {
  return new InstanceError(
    {
      code: 'instance-timeout',
      message: say`${new URL(url).host} did not answer within ${timing.answerMs / 1000} seconds.`,
      hint: 'The instance may be overloaded, or the network slow; try again.',
    },
    null,
  )
}
