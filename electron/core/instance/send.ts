import type { RestAnswer, RestRequest } from './transport.ts'
import type { Connection } from './connection.ts'

/**
 * Sends one request, as `send` of transport.ts, which takes 20 ms to load: who works offline need not pay them.
 * @throws InstanceError, StudioError `cancelled`
 */
export async function send(
  connection: Connection,
  request: RestRequest,
  signal?: AbortSignal,
): Promise<RestAnswer> {
  const transport = await import('./transport.ts')
  return transport.send(connection, request, signal)
}
