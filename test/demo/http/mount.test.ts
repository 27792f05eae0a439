import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../../electron/demo/start-demo.ts'
import { codesOf } from '../../helpers/demo.ts'

let demo: Demo
let key: string

beforeAll(async () => {
  demo = await startDemo({ port: 0, users: 20, seed: 5 })
  key = demo.keys[0]!.key
})

afterAll(() => demo.close())

interface RawAnswer {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  readonly codes: Record<string, string[]>
}

async function ask(path: string, init: RequestInit = {}): Promise<RawAnswer> {
  const headers = { Authorization: key, 'Content-Type': 'application/json', ...(init.headers as object) }
  const response = await fetch(demo.url + path, { ...init, headers })
  const text = await response.text()
  const codes = text.startsWith('{') ? codesOf(JSON.parse(text)) : {}
  return { status: response.status, text, headers: response.headers, codes }
}

function post(path: string, body: unknown): Promise<RawAnswer> {
  return ask(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
}

const lambda = { name: 'Raw', type: 'JWTPopulate', body: 'function populate(jwt) {}' }

async function newLambda(): Promise<string> {
  const { text } = await post('/api/lambda', { lambda })
  return (JSON.parse(text) as { lambda: { id: string } }).lambda.id
}

describe('empty answers', () => {
  test('a delete answers 200 without a body and without a type', async () => {
    const { status, text, headers } = await ask(`/api/lambda/${await newLambda()}`, { method: 'DELETE' })
    expect([status, text, headers.get('content-type')]).toEqual([200, '', null])
    expect(headers.get('content-length')).toBe('0')
  })

  test.each([
    ['an id that nothing has', '/api/lambda/00000000-0000-0000-0000-000000000000'],
    ['an id that is no UUID', '/api/group/12345'],
    ['a path that does not exist', '/api/nothing'],
    ['a path below an object', '/api/lambda/00000000-0000-0000-0000-000000000000/more'],
    ['the root', '/'],
  ])('%s is answered with 404 and no body', async (_name, path) => {
    const { status, text, headers } = await ask(path)
    expect([status, text, headers.get('content-type')]).toEqual([404, '', null])
  })

  test.each([
    ['PUT', '/api/lambda'],
    ['DELETE', '/api/group'],
    ['PUT', '/api/lambda/search'],
    ['PATCH', '/api/group/member'],
    ['GET', '/api/group/member'],
    ['POST', '/api/system/version'],
    ['OPTIONS', '/api/lambda'],
  ])('%s %s is answered with 405, no body and what is allowed', async (method, path) => {
    const { status, text, headers } = await ask(path, { method })
    expect([status, text]).toEqual([405, ''])
    expect(headers.get('allow')).toMatch(/GET|POST/)
    expect(headers.get('allow')!.split(', ')).not.toContain(method)
  })

  test('HEAD is answered like GET without the body', async () => {
    const head = await ask('/api/lambda', { method: 'HEAD' })
    const get = await ask('/api/lambda')
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
  })

  test('a POST may name the method that is meant, as the official Java client does for PATCH', async () => {
    const path = `/api/lambda/${await newLambda()}`
    const headers = { 'X-HTTP-Method-Override': 'PATCH' }
    const body = JSON.stringify({ lambda: { name: 'Patched' } })
    const patched = await ask(path, { method: 'POST', headers, body })
    expect([patched.status, JSON.parse(patched.text)]).toMatchObject([200, { lambda: { name: 'Patched' } }])
    expect((await ask(path, { method: 'GET', headers })).status).toBe(200)
    const unknown = await ask(path, { method: 'POST', headers: { 'X-HTTP-Method-Override': 'NOPE' }, body })
    expect(unknown.status).toBe(405)
  })

  test('a trailing slash changes nothing', async () => {
    expect((await ask('/api/lambda/')).text).toBe((await ask('/api/lambda')).text)
  })
})

describe('bodies', () => {
  test('answers say that they are JSON', async () => {
    expect((await ask('/api/lambda')).headers.get('content-type')).toBe('application/json;charset=UTF-8')
  })

  test.each([
    ['malformed JSON', '{"lambda":', { general: ['[invalidJSON]'] }],
    ['a list', '[]', { request: ['[invalidJSON]'] }],
    ['a text', '"lambda"', { request: ['[invalidJSON]'] }],
    [
      'null',
      'null',
      {
        'lambda.body': ['[blank]lambda.body'],
        'lambda.name': ['[blank]lambda.name'],
        'lambda.type': ['[blank]lambda.type'],
      },
    ],
    [
      'a flag as text',
      '{"lambda":{"name":"N","type":"JWTPopulate","body":"b","debug":"yes"}}',
      { 'lambda.debug': ['[invalidJSON]'] },
    ],
    [
      'a name as number',
      '{"lambda":{"name":5,"type":"JWTPopulate","body":"b"}}',
      { 'lambda.name': ['[invalidJSON]'] },
    ],
    [
      'an unknown type',
      '{"lambda":{"name":"N","type":"Nope","body":"b"}}',
      { 'lambda.type': ['[invalidJSON]'] },
    ],
    [
      'an unknown engine',
      '{"lambda":{"name":"N","type":"JWTPopulate","body":"b","engineType":"V8"}}',
      { 'lambda.engineType': ['[invalidJSON]'] },
    ],
    [
      'an unknown property',
      '{"lambda":{"name":"N","type":"JWTPopulate","body":"b","extra":1}}',
      { 'lambda.extra': ['[invalidJSON]'] },
    ],
    [
      'an unknown property beside',
      '{"lambda":{"name":"N","type":"JWTPopulate","body":"b"},"other":1}',
      { other: ['[invalidJSON]'] },
    ],
    [
      'a blank name',
      '{"lambda":{"name":"  ","type":"JWTPopulate","body":"b"}}',
      { 'lambda.name': ['[blank]lambda.name'] },
    ],
  ])('%s is answered with 400 and says where', async (_name, body, codes) => {
    const answer = await post('/api/lambda', body)
    expect(answer.status).toBe(400)
    expect(answer.codes).toEqual(codes)
  })

  test('no body at all is told what is missing', async () => {
    const { status, codes } = await ask('/api/lambda', { method: 'POST' })
    expect([status, Object.keys(codes)]).toEqual([400, ['lambda.name', 'lambda.body', 'lambda.type']])
  })

  test('the message for an unknown type lists those that are known', async () => {
    const { text } = await post('/api/lambda', { lambda: { ...lambda, type: 'Nope' } })
    expect(text).toContain('SCIMServerUserRequestConverter')
  })

  test.each([
    ['SCIMServerGroupRequestConverter', 200],
    ['SCIMServerUserResponseConverter', 200],
    ['SCIMGroupRequestConverter', 400],
    ['SCIMUserResponseConverter', 400],
  ])('the type %s is answered with %i, as no client ever had the shorter names', async (type, status) => {
    expect((await post('/api/lambda', { lambda: { ...lambda, type } })).status).toBe(status)
    expect((await ask(`/api/lambda?type=${type}`)).status).toBe(status)
  })

  test('a body of another type, or of none, is refused', async () => {
    for (const type of ['text/plain', 'application/merge-patch+json', '']) {
      const answer = await ask('/api/lambda', {
        method: 'POST',
        body: new TextEncoder().encode(JSON.stringify({ lambda })),
        headers: { 'Content-Type': type },
      })
      expect([answer.status, answer.codes]).toEqual([400, { general: ['[InvalidContentType]'] }])
    }
  })

  test('a type with parameters and capitals is taken', async () => {
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' }
    const { status } = await ask('/api/lambda', { method: 'POST', body: JSON.stringify({ lambda }), headers })
    expect(status).toBe(200)
  })

  test('bytes that are no UTF-8 are refused', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])
    expect((await ask('/api/lambda', { method: 'POST', body })).codes).toEqual({ general: ['[invalidJSON]'] })
  })

  test('text of all scripts and control characters comes back as it went', async () => {
    const body = '// \u0000 \u2028 \ud83d\ude80 日本語 \\u0041\r\n\tfunction populate() {}'
    const { text } = await post('/api/lambda', { lambda: { ...lambda, body } })
    expect((JSON.parse(text) as { lambda: typeof lambda }).lambda.body).toBe(body)
  })

  test('JSON that is nested too deep is refused', async () => {
    const data = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const { status, codes } = await post('/api/connector', `{"connector":{"data":{"x":${data}}}}`)
    expect([status, codes]).toEqual([400, { general: ['[invalidJSON]'] }])
  })

  test.each([9, 10, 40])('a body of %i MB is refused with 413 and Errors JSON', async (megabytes) => {
    const body = JSON.stringify({ lambda: { ...lambda, body: 'x'.repeat(megabytes * 1024 * 1024) } })
    const { status, codes } = await post('/api/lambda', body)
    expect([status, codes]).toEqual([413, { general: ['[RequestBodyTooLarge]'] }])
    expect((await ask('/api/system/version')).status).toBe(200)
  })

  test('a body of 7 MB is taken', async () => {
    const body = 'x'.repeat(7 * 1024 * 1024)
    expect((await post('/api/lambda', { lambda: { ...lambda, body } })).status).toBe(200)
  })
})

describe('ids', () => {
  test('an id to create with that is no UUID is told as such', async () => {
    const { status, codes } = await post('/api/lambda/not-a-uuid', { lambda })
    expect([status, codes]).toEqual([400, { lambdaId: ['[couldNotConvert]lambdaId'] }])
  })

  test('an id in capitals is the same id', async () => {
    const id = await newLambda()
    expect((await ask(`/api/lambda/${id.toUpperCase()}`)).text).toContain(id)
  })

  test('ids in the query that are no UUIDs are told as such', async () => {
    const { status, codes } = await ask('/api/group/member?groupId=1&userId=2', { method: 'DELETE' })
    expect([status, codes]).toEqual([400, { groupId: ['[couldNotConvert]groupId'] }])
    const search = await ask('/api/group/member/search?groupId=1&numberOfResults=x')
    expect(search.codes).toEqual({
      groupId: ['[couldNotConvert]groupId'],
      numberOfResults: ['[couldNotConvert]numberOfResults'],
    })
  })
})

describe('who may come in', () => {
  /** `fetch` does not let a Host header through. */
  function statusFor(host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const headers = { Host: host, Authorization: key }
      httpRequest(`${demo.url}/api/system/version`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
  }

  test.each([
    ['localhost', 200],
    ['localhost:9011', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:9011', 200],
    ['LOCALHOST', 200],
    ['evil.example.com', 403],
    ['localhost.evil.example.com', 403],
    ['127.0.0.1.nip.io:9011', 403],
  ])('a request for the host %s is answered with %i', async (host, status) => {
    expect(await statusFor(host)).toBe(status)
  })

  test('it listens on the loopback address alone', () => {
    expect(new URL(demo.url).hostname).toBe('127.0.0.1')
  })

  test('a request that breaks off does no harm', async () => {
    const { port } = new URL(demo.url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const head = `POST /api/lambda HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${key}\r\n`
        socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"lam`, () => {
          socket.destroy()
          resolve()
        })
      })
    })
    expect((await ask('/api/system/version')).status).toBe(200)
  })
})
