import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'

/** What goes wrong with one request. */
export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: object; readonly body?: string }
  /** The connection breaks before the request gets anywhere. */
  | { readonly kind: 'drop' }
  /** The instance does what it is asked for, and the answer breaks off in its middle. */
  | { readonly kind: 'drop-halfway' }
  /** The instance does what it is asked for, and the answer never comes. */
  | { readonly kind: 'lose-answer' }
  /** The answer is cut short as if it were whole. */
  | { readonly kind: 'truncate' }
  /** The request comes to the instance late, whether or not somebody still waits for the answer. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The instance does at once what it is asked for, and the answer comes late. */
  | { readonly kind: 'slow-answer'; readonly ms: number }

/** A request as the proxy saw it. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** A proxy in front of an instance that breaks what it is told to break. */
export class FaultProxy {
  readonly requests: SeenRequest[] = []
  /** Those that the instance has answered. */
  readonly answered: SeenRequest[] = []
  /** Asked for each request; undefined lets it through. */
  fault: (request: SeenRequest, count: number) => Fault | undefined = () => undefined
  /** Added to every answer, in milliseconds. */
  delayMs = 0
  /** Called when a request comes, before anything is done with it. */
  before: (request: SeenRequest) => Promise<void> | void = () => undefined
  readonly #upstream: string
  readonly #server: Server

  constructor(upstream: string) {
    this.#upstream = upstream
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  static async start(upstream: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(upstream)
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Lets everything through again and forgets what it saw. */
  reset(): void {
    this.requests.length = 0
    this.answered.length = 0
    this.fault = () => undefined
    this.before = () => undefined
    this.delayMs = 0
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request
    const body = await buffer(request)
    const seen = { method, path, headers, body: body.toString() }
    this.requests.push(seen)
    await this.before(seen)
    const fault = this.fault(seen, this.requests.length)
    if (this.delayMs > 0) await delay(this.delayMs)
    if (fault?.kind === 'slow') await delay(fault.ms)
    if (fault?.kind === 'drop') return void request.socket.destroy()
    if (fault?.kind === 'answer') {
      response.writeHead(fault.status, { 'Content-Type': 'application/json', ...fault.headers })
      return void response.end(fault.body)
    }
    await this.#forward(seen, body, response, fault)
  }

  async #forward(seen: SeenRequest, body: Buffer, response: ServerResponse, fault?: Fault): Promise<void> {
    const answer = await this.#ask(seen, body).catch(() => null)
    this.answered.push(seen)
    if (!answer || fault?.kind === 'lose-answer') return void response.socket?.destroy()
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (fault?.kind === 'slow-answer') await delay(fault.ms)
    const type = answer.headers.get('content-type')
    response.statusCode = answer.status
    if (type !== null) response.setHeader('Content-Type', type)
    if (fault?.kind === 'truncate') return void response.end(bytes.subarray(0, bytes.length / 2))
    response.setHeader('Content-Length', bytes.length)
    if (fault?.kind !== 'drop-halfway') return void response.end(bytes)
    response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy())
  }

  #ask({ method, path, headers }: SeenRequest, body: Buffer): Promise<Response> {
    const sent = Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !perConnection.has(name) ? [[name, value] as [string, string]] : [],
    )
    return fetch(`${this.#upstream}${path}`, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    })
  }
}

/** Headers that are of one connection and not passed on. */
const perConnection: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'accept-encoding',
])
