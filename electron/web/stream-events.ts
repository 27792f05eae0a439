import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { EventHub } from '../contract/event-hub.ts'

/** Sends the studio's events to one page for as long as it listens. */
export function streamEvents(context: Context, hub: EventHub): Response {
  return streamSSE(context, async (stream) => {
    const unsubscribe = hub.subscribe((event, payload) => {
      void stream.writeSSE({ event, data: JSON.stringify(payload) })
    })
    const left = new Promise<void>((resolve) => stream.onAbort(resolve))
    // A first line at once, so that the page knows that it is heard; later ones keep the connection open.
    const beat = (): Promise<void> => stream.writeSSE({ event: 'alive', data: '' })
    await beat()
    const beating = setInterval(() => void beat(), 15_000)
    await left
    clearInterval(beating)
    unsubscribe()
  })
}
