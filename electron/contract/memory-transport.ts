import type { EventHub } from './event-hub.ts'
import type { Server } from './serve.ts'
import type { Transport } from './transport.ts'

/**
 * A transport inside one process. Values are copied through JSON both ways, so that a caller sees what any other
 * face would see.
 */
export function createMemoryTransport(server: Server, hub: EventHub): Transport {
  return {
    async call(path, args) {
      return throughJson(await server(path, throughJson(args)))
    },
    on(event, listener) {
      // The payload of an event of this name is the one that the listener takes.
      const hear = listener as (payload: unknown) => void
      return hub.subscribe((name: string, payload: unknown) => {
        if (name === event) hear(throughJson(payload))
      })
    },
  }
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
