import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'

type Handler = (request: { url: string }) => Promise<Response>

const electron = vi.hoisted(() => ({ handle: null as Handler | null, schemes: [] as object[] }))
vi.mock('electron', () => ({
  protocol: {
    registerSchemesAsPrivileged: (schemes: object[]) => electron.schemes.push(...schemes),
    handle: (_scheme: string, handler: Handler) => (electron.handle = handler),
  },
}))

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'installation-'))
  const folder = join(root, 'out', 'renderer', 'assets')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '..', 'index.html'), '<title>page</title>')
  writeFileSync(join(folder, 'page.js'), 'export {}')
  writeFileSync(join(root, 'out', 'secret.txt'), 'secret')
  const { registerPageScheme, servePage } = await import('../../electron/main/page-scheme.ts')
  registerPageScheme()
  servePage(root)
})

const get = (url: string): Promise<Response> => electron.handle!({ url })

describe('the page scheme', () => {
  test('is standard and secure, so that the page has an origin', () => {
    expect(electron.schemes).toEqual([
      {
        scheme: 'lambda-studio',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ])
  })

  test('serves the page with the content policy', async () => {
    const response = await get('lambda-studio://page/')
    expect(await response.text()).toBe('<title>page</title>')
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })

  test('serves scripts as scripts, whatever the query', async () => {
    const response = await get('lambda-studio://page/assets/page.js?v=1')
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  })

  test.each([
    'lambda-studio://page/../secret.txt',
    'lambda-studio://page/%2e%2e/secret.txt',
    'lambda-studio://page/..%2fsecret.txt',
    'lambda-studio://page/..%5csecret.txt',
    'lambda-studio://page/absent.js',
    'lambda-studio://page/%',
    'lambda-studio://other/index.html',
  ])('does not serve %s', async (url) => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  })
})
