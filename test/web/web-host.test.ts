import { get, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { checked } from '../../electron/contract/checked.ts'
import { EventHub } from '../../electron/contract/event-hub.ts'
import { serve } from '../../electron/contract/serve.ts'
import { builtPage } from '../../electron/web/page-source.ts'
import { startWebHost, type WebHost } from '../../electron/web/web-host.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

let host: WebHost
const server = serve({ echo: { value: checked([z.unknown()], (value) => Promise.resolve(value)) } })

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(folder, '..', 'outside.txt'), 'outside')
  host = await startWebHost({ server, hub: new EventHub(), page: builtPage(folder), port: 0 })
})
afterAll(() => host.close())

/** A request as any program could send it: every header is the caller's to choose. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${host.origin}${path}`, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject).end(body)
  })
}

const port = (): string => new URL(host.origin).port
const withToken = (): Record<string, string> => ({ Authorization: `Bearer ${host.token}` })
const json = { 'Content-Type': 'application/json' }

describe('without its token', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/index.html'],
    ['GET', '/api/events'],
    ['POST', '/api/call/echo.value'],
    ['GET', '/?token=wrong'],
    ['GET', '/?token='],
  ])('%s %s is refused and tells nothing', async (method, path) => {
    const answer = await send(method, path, json, method === 'POST' ? '["x"]' : undefined)
    expect(answer.status).toBe(401)
    expect(answer.text).not.toContain('<title>')
  })

  test('the token in the address of a call is not taken', async () => {
    expect((await send('POST', `/api/call/echo.value?token=${host.token}`, json, '["x"]')).status).toBe(401)
  })

  test('a token that only starts right is refused', async () => {
    const headers = { ...json, Authorization: `Bearer ${host.token.slice(0, -1)}` }
    expect((await send('POST', '/api/call/echo.value', headers, '["x"]')).status).toBe(401)
  })
})

describe('with its token', () => {
  test('the opened address becomes a cookie that scripts cannot read, and an address without the token', async () => {
    const opened = await send('GET', `/?token=${host.token}`)
    expect(opened.status).toBe(302)
    expect(opened.headers.location).toBe('/')
    const cookie = opened.headers['set-cookie']![0]!
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    const page = await send('GET', '/', { Cookie: cookie.split(';')[0]! })
    expect(page.status).toBe(200)
    expect(page.text).toContain('<title>page</title>')
  })

  test('the address without the token is never one of another host', async () => {
    const opened = await send('GET', `//example.com/page?token=${host.token}`)
    expect(opened.status).toBe(302)
    expect(opened.headers.location).toBe('/example.com/page')
  })

  test('calls are answered', async () => {
    const answer = await send('POST', '/api/call/echo.value', { ...withToken(), ...json }, '[{"a":1}]')
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { a: 1 } })
  })

  test('every answer carries the content policy', async () => {
    for (const path of ['/', '/api/absent', '/absent']) {
      const { headers } = await send('GET', path, withToken())
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe-eval')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test.each([
    ['a foreign Host', { Host: 'attacker.example' }],
    ['a foreign Host on our port', { Host: 'attacker.example:PORT' }],
    ['our name on another port', { Host: '127.0.0.1:1' }],
    ['an Origin of a foreign page', { Origin: 'https://attacker.example' }],
    ['an Origin of another port', { Origin: 'http://127.0.0.1:1' }],
    ['an opaque Origin', { Origin: 'null' }],
  ])('%s is refused', async (_what, extra) => {
    const headers = Object.fromEntries(
      Object.entries(extra).map(([name, value]) => [name, value.replace('PORT', port())]),
    )
    const answer = await send(
      'POST',
      '/api/call/echo.value',
      { ...withToken(), ...json, ...headers },
      '["x"]',
    )
    expect(answer.status).toBe(403)
  })

  test('localhost is as good a name as 127.0.0.1', async () => {
    const headers = {
      ...withToken(),
      ...json,
      Host: `localhost:${port()}`,
      Origin: `http://localhost:${port()}`,
    }
    expect((await send('POST', '/api/call/echo.value', headers, '["x"]')).status).toBe(200)
  })

  test.each([
    ['text that is no JSON', '{', 400],
    ['JSON that is no array', '{"a":1}', 400],
    ['nothing', '', 400],
  ])('%s is no call', async (_what, body, status) => {
    expect((await send('POST', '/api/call/echo.value', { ...withToken(), ...json }, body)).status).toBe(
      status,
    )
  })

  test('a form of a foreign page cannot call: its content types are refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await send(
        'POST',
        '/api/call/echo.value',
        { ...withToken(), 'Content-Type': type },
        '["x"]',
      )
      expect(answer.status).toBe(415)
    }
  })

  test('a call of more than 32 MB is refused', async () => {
    const body = JSON.stringify(['x'.repeat(33 * 1024 * 1024)])
    const headers = { ...withToken(), ...json, 'Content-Length': String(body.length) }
    const outcome = await send('POST', '/api/call/echo.value', headers, body).then(
      ({ status }) => status,
      () => 'closed',
    )
    expect([413, 'closed']).toContain(outcome)
  })

  test.each(['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/%5c..%5coutside.txt'])(
    'nothing outside the page is served for %s',
    async (path) => {
      expect((await send('GET', path, withToken())).text).not.toBe('outside')
      expect((await send('GET', path, withToken())).status).not.toBe(200)
    },
  )
})

test('the host is reached on the loopback address alone', () => {
  expect(new URL(host.origin).hostname).toBe('127.0.0.1')
})

test('a port that is taken is a failure that says so', async () => {
  const options = { server, hub: new EventHub(), page: builtPage(tmpdir()), port: Number(port()) }
  await expect(startWebHost(options)).rejects.toMatchObject({ code: 'port-taken' })
})

test('a port that is taken is left for a free one where that is allowed', async () => {
  const other = await startWebHost({
    server,
    hub: new EventHub(),
    page: builtPage(tmpdir()),
    port: Number(port()),
    mayMove: true,
  })
  expect(other.origin).not.toBe(host.origin)
  await other.close()
})

describe('events for a page that does not read', () => {
  const event = { slugs: ['x'.repeat(1024 * 1024)], config: false, gone: false }
  let hub: EventHub
  let busy: WebHost

  beforeAll(async () => {
    hub = new EventHub()
    busy = await startWebHost({ server, hub, page: builtPage(tmpdir()), port: 0 })
  })
  afterAll(() => busy.close())

  /** Listens for events; how many have come whole, and whether the host has ended it. */
  function listen(): Promise<{ readonly response: IncomingMessage; readonly came: () => number }> {
    return new Promise((resolve) => {
      const headers = { Authorization: `Bearer ${busy.token}` }
      get(`${busy.origin}/api/events`, { headers }, (response) => {
        let came = 0
        response.on(
          'data',
          (chunk: Buffer) => (came += chunk.toString().split('event: workspace').length - 1),
        )
        response.on('error', () => undefined)
        response.once('data', () => resolve({ response, came: () => came }))
      })
    })
  }

  test('wait only up to a bound; then its connection ends, and who reads goes on hearing', async () => {
    const [still, attentive] = [await listen(), await listen()]
    still.response.pause()
    for (let sent = 1; sent <= 100; sent++) {
      hub.emit('workspace.changed', event)
      await vi.waitFor(() => expect(attentive.came()).toBe(sent), { interval: 1 })
    }
    still.response.resume()
    await new Promise((resolve) => still.response.on('close', resolve))
    expect(still.came()).toBeLessThan(60)
    expect(attentive.response.destroyed).toBe(false)
    attentive.response.destroy()
  })
})
