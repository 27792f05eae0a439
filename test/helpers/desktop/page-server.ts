import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pageOrigin } from '../../../electron/contract/page-address.ts'

/** Answers as `protocol.handle` is given it. */
export type SchemeHandler = (request: Request) => Promise<Response>

/**
 * Brings what the program serves under its own scheme to a Chromium that does not know the scheme: a loopback server
 * in front of the handler. Both addresses stand for the same page.
 */
export class PageServer {
  readonly #server: Server
  #handler: SchemeHandler | null = null

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request.url ?? '/').then((answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers))
        if (answer.body) Readable.fromWeb(answer.body).pipe(response)
        else response.end()
      })
    })
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  readonly handle = (_scheme: string, handler: SchemeHandler): void => {
    this.#handler = handler
  }

  /** The address that Chromium gets for one of the scheme. */
  outward(address: string): string {
    return address.replace(pageOrigin, this.origin)
  }

  /** The address of the scheme that one of Chromium stands for. */
  inward(address: string): string {
    return address.replace(this.origin, pageOrigin)
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #answer(path: string): Promise<Response> {
    return (await this.#handler?.(new Request(`${pageOrigin}${path}`))) ?? new Response(null, { status: 404 })
  }
}
