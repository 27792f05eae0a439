import type { StudioApi } from './api.ts'
import { StudioError } from './errors.ts'
import { nameProxy } from './name-proxy.ts'
import type { Transport } from './transport.ts'

/**
 * The studio as a face sees it: every `client.group.method(...args)` becomes one call over the transport.
 * There is no list of calls to keep; `StudioApi` is the list.
 */
export function createClient(transport: Transport): StudioApi {
  return nameProxy((group) => nameProxy((method) => caller(transport, `${group}.${method}`))) as StudioApi
}

function caller(transport: Transport, path: string) {
  return async (...args: unknown[]): Promise<unknown> => {
    const result = await transport.call(path, args)
    if (!result.ok) throw new StudioError(result.error)
    return result.value
  }
}
