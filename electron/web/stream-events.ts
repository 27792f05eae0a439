import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { EventHub } from '../contract/event-hub.ts'

/** What a request comes with on Node's own server. */
export interface WebEnv {
  Bindings: HttpBindings
}

/**
 * Characters that wait for one page. One that reads is never so far behind; one that does not, such as one that stands
 * still in a debugger, loses its connection, comes back by itself and reads everything anew.
 */
const mostWaiting = 32 * 1024 * 1024

/** Sends the studio's events to one page for as long as it listens. */
export function streamEvents(context: Context<WebEnv>, hub: EventHub): Response {
  return streamSSE(context, async (stream) => {
    let waiting = 0
    const send = async (event: string, data: string): Promise<void> => {
      waiting += data.length
      await stream.writeSSE({ event, data })
      waiting -= data.length
    }
    const unsubscribe = hub.subscribe((event, payload) => {
      if (waiting > mostWaiting) drop()
      else void send(event, JSON.stringify(payload))
    })
    const drop = (): void => {
      unsubscribe()
      context.env.outgoing.destroy()
    }
    const left = new Promise<void>((resolve) => stream.onAbort(resolve))
    // A first line at once, so that the page knows that it is heard; later ones keep the connection open.
    const beat = (): Promise<void> => send('alive', '')
    await beat()
    const beating = setInterval(() => void beat(), 15_000)
    await left
    clearInterval(beating)
    unsubscribe()
  })
}
