import type { Server as HttpServer } from 'node:http'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'

/** Where the page comes from; it may share the host's server for connections of its own. */
export type PageSource = (http: HttpServer) => MiddlewareHandler | Promise<MiddlewareHandler>

/** The page as it was built into a folder. */
export function builtPage(folder: string): PageSource {
  return () => serveStatic({ root: folder })
}
