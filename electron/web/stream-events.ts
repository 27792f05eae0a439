import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { EventHub } from '../contract/event-hub.ts'

/** Sends the studio's events to one page for as long as it listens. */
export function streamEvents(context: Context, hub: EventHub): Response {
  return streamSSE(context, async (stream) => {
    const unsubscribe = hub.subscribe((event, payload) => {
      void stream.writeSSE({ event, data: JSON.stringify(payload) })
    })
    stream.onAbort(unsubscribe)
    // A first line at once, so that the page knows that it is heard; later ones keep the connection open.
    while (!stream.aborted) {
      await stream.writeSSE({ event: 'alive', data: '' })
      await stream.sleep(15_000)
    }
    unsubscribe()
  })
}
