import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { contentPolicy } from '../contract/content-policy.ts'
import type { EventHub } from '../contract/event-hub.ts'
import type { Server } from '../contract/serve.ts'
import { gate, type GateOptions } from './gate.ts'
import { streamEvents, type WebEnv } from './stream-events.ts'

export interface WebAppOptions extends GateOptions {
  readonly server: Server
  readonly hub: EventHub
  /** What answers for the page's own files. */
  readonly page: MiddlewareHandler
}

/** Larger than any call the page makes; an input of a run may have 8 MB. */
const largestCall = 32 * 1024 * 1024

/** The browser host: calls, events and the page, behind one gate. */
export function createWebApp(options: WebAppOptions): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.use(
    secureHeaders({ crossOriginEmbedderPolicy: false, referrerPolicy: 'no-referrer', xFrameOptions: 'DENY' }),
  )
  app.use(async (context, next) => {
    await next()
    context.header('Content-Security-Policy', contentPolicy)
  })
  app.use(gate(options))
  app.post('/api/call/:path{.*}', bodyLimit({ maxSize: largestCall }), async (context) => {
    if (!context.req.header('content-type')?.startsWith('application/json')) {
      return context.text('A call is a JSON array of arguments.', 415)
    }
    const args: unknown = await context.req.json().catch(() => undefined)
    if (!Array.isArray(args)) return context.text('A call is a JSON array of arguments.', 400)
    return context.json(await options.server(context.req.param('path'), args))
  })
  app.get('/api/events', (context) => streamEvents(context, options.hub))
  app.all('/api/*', (context) => context.notFound())
  app.get('/*', options.page)
  return app
}
