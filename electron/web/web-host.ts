import { randomBytes } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { StudioError } from '../contract/errors.ts'
import type { EventHub } from '../contract/event-hub.ts'
import type { Server } from '../contract/serve.ts'
import { say } from '../contract/words.ts'
import { createWebApp } from './app.ts'
import type { PageSource } from './page-source.ts'

export interface WebHostOptions {
  readonly server: Server
  readonly hub: EventHub
  readonly page: PageSource
  /** 0 takes any free port. */
  readonly port: number
  /** Take the next free port where the wanted one is taken. */
  readonly mayMove?: boolean
  /** What the address is to carry; by default one that was never used before. */
  readonly token?: string
}

/** A running browser host. */
export interface WebHost {
  /** Opens the page; carries the token. */
  readonly address: string
  readonly origin: string
  readonly token: string
  close(): Promise<void>
}

/**
 * Serves the studio to a browser on this machine, on the loopback address alone.
 * @throws StudioError `port-taken`
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { token = newToken() } = options
  let port = options.port
  const http = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as HttpServer
  const app = createWebApp({ ...options, page: await options.page(http), token, port: () => port })
  port = await listen(http, options)
  const origin = `http://127.0.0.1:${port}`
  return { address: `${origin}/?token=${token}`, origin, token, close: () => close(http) }
}

/** Not to be guessed. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

async function listen(http: HttpServer, { port, mayMove }: WebHostOptions): Promise<number> {
  try {
    return await listenOn(http, port)
  } catch (thrown) {
    if (mayMove) return listenOn(http, 0)
    throw new StudioError(
      {
        code: 'port-taken',
        message: say`The port ${String(port)} cannot be listened on; another program may have it.`,
        hint: 'Choose another with --port.',
      },
      { cause: thrown },
    )
  }
}

function listenOn(http: HttpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', () => {
      http.off('error', reject)
      resolve((http.address() as AddressInfo).port)
    })
  })
}

function close(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve())
    http.closeAllConnections()
  })
}
