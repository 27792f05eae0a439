import type { EventHub } from './event-hub.ts'
import type { EventName, StudioEvents } from './events.ts'
import type { Server } from './serve.ts'
import type { CallResult, Transport } from './transport.ts'

/**
 * A transport inside one process. Values are copied through JSON both ways, so that a caller sees what any other
 * face would see.
 */
export function createMemoryTransport(server: Server, hub: EventHub): Transport {
  return {
    async call(path, args) {
      return throughJson(await server(path, throughJson(args))) as CallResult
    },
    on(event, listener) {
      return hub.subscribe((name: EventName, payload) => {
        if (name === event) listener(throughJson(payload) as StudioEvents[typeof event])
      })
    },
  }
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
