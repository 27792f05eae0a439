import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Server as HttpServer } from 'node:http'
import { proxy } from 'hono/proxy'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import { rendererPlugins } from '../../renderer.config.ts'
import type { PageSource } from './page-source.ts'

/**
 * The page as its sources are now, from Vite: what is edited shows at once. It is passed on by the host, and so is
 * behind the same checks and under the same content policy as the built page.
 */
export function editedPage(root: string): PageSource {
  return async (http) => {
    const pass = randomUUID()
    const vite = await startVite(root, http, pass)
    http.once('close', () => void vite.close())
    const { port } = vite.httpServer?.address() as AddressInfo
    return ({ req }) => {
      const { pathname, search } = new URL(req.url)
      const headers = { ...req.header(), cookie: undefined, authorization: undefined, [passHeader]: pass }
      return proxy(`http://127.0.0.1:${port}${pathname}${search}`, { headers })
    }
  }
}

/** What shows Vite that a request comes from the host: nobody gets round its checks. */
const passHeader = 'x-studio-pass'

async function startVite(root: string, http: HttpServer, pass: string): Promise<ViteDevServer> {
  const onlyFromHost: Plugin = {
    name: 'only-from-host',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.headers[passHeader] === pass) next()
        else response.writeHead(403).end()
      })
    },
  }
  const server = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    plugins: [onlyFromHost, rendererPlugins],
    worker: { format: 'es' },
    // It is made of many parts on purpose; see `monacoInParts`.
    optimizeDeps: { exclude: ['monaco-editor'] },
    server: {
      host: '127.0.0.1',
      cors: false,
      fs: { allow: [root] },
      // News of edits take the host's own way, the only one that the content policy lets the page take.
      hmr: { server: http },
    },
  })
  return server.listen()
}
