import { get } from 'node:http'
import type { EventHub } from '../../electron/contract/event-hub.ts'
import type { Server } from '../../electron/contract/serve.ts'
import type { Transport } from '../../electron/contract/transport.ts'
import { builtPage } from '../../electron/web/page-source.ts'
import { startWebHost } from '../../electron/web/web-host.ts'
import { HttpTransport, type EventStream } from '../../renderer/transport/http-transport.ts'

/** The page's own HTTP transport against a real browser host on loopback. */
export async function openHttpTransport(
  server: Server,
  hub: EventHub,
): Promise<{ transport: Transport; close(): Promise<void> }> {
  const host = await startWebHost({ server, hub, page: builtPage(import.meta.dirname), port: 0 })
  const headers = { Authorization: `Bearer ${host.token}` }
  const streams: NodeEventStream[] = []
  const transport = new HttpTransport({
    baseUrl: `${host.origin}/`,
    fetch: (url, init) => fetch(url, { ...init, headers: { ...(init?.headers as object), ...headers } }),
    openEvents: (url) => {
      const stream = new NodeEventStream(url, headers)
      streams.push(stream)
      return stream
    },
  })
  return {
    transport,
    close: async () => {
      for (const stream of streams) stream.close()
      await host.close()
    },
  }
}

/** The little of `EventSource` that Node lacks, with a header in place of the browser's cookie. */
class NodeEventStream implements EventStream {
  readonly #listeners = new Map<string, Set<(event: { readonly data: string }) => void>>()
  readonly #request

  constructor(url: string, headers: Record<string, string>) {
    let text = ''
    this.#request = get(url, { headers }, (response) => {
      for (const listener of this.#listeners.get('open') ?? []) listener({ data: '' })
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const messages = (text + chunk).split('\n\n')
        text = messages.pop() ?? ''
        for (const message of messages) this.#tell(message)
      })
    })
    this.#request.on('error', () => undefined)
  }

  addEventListener(type: string, listener: (event: { readonly data: string }) => void): void {
    const listeners = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, listeners.add(listener))
  }

  removeEventListener(type: string, listener: (event: { readonly data: string }) => void): void {
    this.#listeners.get(type)?.delete(listener)
  }

  close(): void {
    this.#request.destroy()
  }

  #tell(message: string): void {
    const field = (name: string): string | undefined => new RegExp(`^${name}: ?(.*)$`, 'm').exec(message)?.[1]
    const data = field('data') ?? ''
    for (const listener of this.#listeners.get(field('event') ?? 'message') ?? []) {
      listener({ data })
    }
  }
}
