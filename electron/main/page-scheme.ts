import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol } from 'electron'
import { contentPolicy } from '../contract/content-policy.ts'
import { pageOrigin, pageScheme } from '../contract/page-address.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Makes the scheme one that behaves as https does; must be called before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built page under its own scheme, with the content policy, and nothing outside its folder. */
export function servePage(root: string): void {
  const folder = join(root, 'out', 'renderer')
  protocol.handle(pageScheme, async ({ url }) => {
    const file = fileOf(folder, url)
    const bytes = file === null ? null : await readFile(file).catch(() => null)
    if (file === null || bytes === null) return new Response('Not found', { status: 404 })
    const type = contentTypes[extname(file)] ?? 'application/octet-stream'
    const headers = {
      'Content-Type': type,
      'Content-Security-Policy': contentPolicy,
      'X-Content-Type-Options': 'nosniff',
    }
    return new Response(new Uint8Array(bytes), { headers })
  })
}

/** The built files have plain names, so that an escaped path is none of ours. */
function fileOf(folder: string, url: string): string | null {
  const { host, pathname } = new URL(url)
  if (`${pageScheme}://${host}` !== pageOrigin || pathname.includes('%')) return null
  const file = join(folder, pathname === '/' ? 'index.html' : pathname)
  return file.startsWith(folder + sep) ? file : null
}
