import type { FusionAuthClient } from '@fusionauth/typescript-client'
import pLimit, { type LimitFunction } from 'p-limit'
import type { z } from 'zod'
import { firstIssue } from '../../contract/checked.ts'
import { say } from '../../contract/words.ts'
import { keyMissing } from './answer-failure.ts'
import type { Connection } from './connection.ts'
import { InstanceError } from './instance-error.ts'
import { restClientBuilder, type CallOptions } from './rest-client.ts'

/** Requests under way at once to one instance. */
const parallel = 20

/** One call of the official client; what it answers is checked by whoever asked. */
export type OfficialCall = (client: FusionAuthClient) => Promise<{ readonly response: unknown }>

/** An instance of FusionAuth: the official client's calls, over the studio's transport, with checked answers. */
export class Instance {
  readonly connection: Connection
  readonly #limit: LimitFunction

  constructor(connection: Connection, atOnce = parallel) {
    this.connection = connection
    this.#limit = pLimit(atOnce)
  }

  /**
   * Makes one call and checks its answer; fields that the shape does not name are kept where it is loose. An answer
   * without a body is checked as `{}`, because FusionAuth leaves empty parts out.
   * @throws InstanceError; StudioError `cancelled`, `instance-id-unusable`
   */
  async call<T>(shape: z.ZodType<T>, make: OfficialCall, options: CallOptions = {}): Promise<T> {
    const { url, key, tenantId } = this.connection
    if (key === null) throw new InstanceError(keyMissing, null)
    const { FusionAuthClient: Client } = await import('@fusionauth/typescript-client')
    const client = new Client(key, url, tenantId ?? undefined)
    client.clientBuilder = restClientBuilder(this.connection, options)
    const { response } = await this.#limit(() => make(client))
    return this.#checked(shape, response)
  }

  #checked<T>(shape: z.ZodType<T>, body: unknown): T {
    const parsed = shape.safeParse(body ?? {})
    if (parsed.success) return parsed.data
    throw new InstanceError(
      {
        code: 'instance-answer-unexpected',
        message: say`${new URL(this.connection.url).host} answered in a way the studio does not know: ${firstIssue(parsed.error)}`,
        hint: 'Check that the address is that of a FusionAuth instance, and its version.',
      },
      200,
    )
  }
}
