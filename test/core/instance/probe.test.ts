import { randomUUID } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StudioApi } from '../../../electron/contract/api.ts'
import { addInstance, openSyncStudio, startFaultyInstance } from '../../helpers/sync-studio.ts'
import type { FaultyInstance, SyncStudio } from '../../helpers/sync-studio.ts'

let faulty: FaultyInstance
let studio: SyncStudio
let api: StudioApi

beforeAll(async () => {
  faulty = await startFaultyInstance(51)
  studio = await openSyncStudio()
  api = studio.api
})
beforeEach(() => faulty.proxy.reset())
afterAll(async () => {
  studio.close()
  await faulty.close()
})

const page = {
  kind: 'answer',
  status: 200,
  body: '<h1>Hello',
  headers: { 'Content-Type': 'text/html' },
} as const

async function probe(scope: string | null, url = faulty.proxy.url) {
  return api.instances.probeAddress({ url }, scope === null ? null : faulty.key(scope))
}

test('a key of the whole instance may do all, and version and licence are told', async () => {
  const report = await probe('global')
  expect(report).toMatchObject({ problem: null, version: '1.69.0', licence: { licensed: true } })
  expect(report.licence!.features['advancedLambdas']).toBe('ACTIVE')
  expect(report.permissions.filter(({ granted }) => granted !== true)).toEqual([])
  expect(report.notes.map(({ code }) => code)).toEqual(['no-nashorn'])
  expect(report.latencyMs).toBeGreaterThanOrEqual(0)
})

test('a probe changes nothing', async () => {
  const before = await everythingThere()
  await probe('global')
  expect(await everythingThere()).toEqual(before)
})

/** What the studio could change on the instance. */
function everythingThere(): Promise<readonly string[]> {
  const paths = [
    'lambda',
    'group/search',
    'group/member/search?numberOfResults=500',
    'application',
    'connector',
  ]
  const headers = { Authorization: faulty.key('global') }
  return Promise.all(
    paths.map(async (path) => {
      const response = await fetch(`${faulty.demo.url}/api/${path}`, { headers })
      expect(response.status).toBe(200)
      return response.text()
    }),
  )
}

test('several tenants and none chosen are told, with their names to choose from', async () => {
  const report = await probe('global')
  expect(report.tenants.length).toBeGreaterThan(1)
  expect(report).toMatchObject({ outcome: 'ready', tenantNeeded: true })
  const [first] = report.tenants
  const chosen = await api.instances.probeAddress(
    { url: faulty.proxy.url, tenantId: first!.id },
    faulty.key('global'),
  )
  expect(chosen).toMatchObject({ outcome: 'ready', tenantNeeded: false })
})

test('a key that only reads is limited, and what it may not is named', async () => {
  const report = await probe('read-only')
  expect(report).toMatchObject({ outcome: 'limited', problem: null })
  const refused = report.permissions.filter(({ granted }) => granted === false)
  expect(refused.map(({ method, endpoint }) => `${method} ${endpoint}`)).toContain('PUT /api/lambda')
  expect(refused.every(({ method }) => method !== 'GET')).toBe(true)
})

test.each(['POST /api/user/search', 'GET /api/user'])(
  'a key without %s, which finding users takes, is told so',
  async (permission) => {
    faulty.proxy.fault = ({ method, path }) =>
      `${method} ${path.replace(/\/[0-9a-f-]{36}$/, '')}` === permission
        ? { kind: 'answer', status: 401 }
        : undefined
    const { outcome, permissions } = await probe('global')
    const refused = permissions.filter(({ granted }) => granted === false)
    expect([outcome, refused.map(({ method, endpoint }) => `${method} ${endpoint}`)]).toEqual([
      'limited',
      [permission],
    ])
  },
)

test('a key that lacks one permission is told which', async () => {
  const { permissions } = await probe('global')
  for (const { endpoint, method, required } of permissions) {
    const report = await api.instances.probeAddress(
      { url: faulty.demo.url },
      await keyWithout(permissions, endpoint, method),
    )
    const refused = report.permissions.filter(({ granted }) => granted === false)
    expect(refused.map((each) => [each.endpoint, each.method])).toEqual([[endpoint, method]])
    expect(report.outcome).toBe(required ? 'unusable' : 'limited')
    expect(report.problem?.message ?? '').toContain(required ? `${method} ${endpoint}` : '')
  }
}, 30_000)

/** A key of the whole instance that may do all but one of these. */
async function keyWithout(
  permissions: readonly { readonly endpoint: string; readonly method: string }[],
  endpoint: string,
  method: string,
): Promise<string> {
  const key = randomUUID()
  const left = permissions.filter((each) => each.endpoint !== endpoint || each.method !== method)
  const endpoints = Object.fromEntries(
    Object.entries(Object.groupBy(left, (each) => each.endpoint)).map(([path, of]) => [
      path,
      of!.map((each) => each.method),
    ]),
  )
  const response = await fetch(`${faulty.demo.url}/api/api-key`, {
    method: 'POST',
    headers: { Authorization: faulty.key('global'), 'Content-Type': 'application/json' },
    body: JSON.stringify({ apiKey: { key, permissions: { endpoints } } }),
  })
  expect(response.status).toBe(200)
  return key
}

test('a key of a tenant lacks the permission for lambdas', async () => {
  const report = await probe('tenant')
  expect(report).toMatchObject({
    outcome: 'unusable',
    problem: { code: 'key-lacks-permission' },
    version: '1.69.0',
  })
  expect(report.problem!.message).toContain('GET /api/lambda')
})

test('a wrong key and no key are told apart', async () => {
  const wrong = await api.instances.probeAddress({ url: faulty.proxy.url }, 'not-a-key')
  expect(wrong).toMatchObject({ outcome: 'unusable', problem: { code: 'key-refused' } })
  expect(wrong.problem!.hint).not.toContain('probe')
  expect(await probe(null)).toMatchObject({ outcome: 'unusable', problem: { code: 'key-missing' } })
})

test('something else than FusionAuth is told, whatever it answers', async () => {
  for (const fault of [
    page,
    { kind: 'answer', status: 404 },
    { kind: 'answer', status: 200, body: '{"a":1}' },
  ] as const) {
    faulty.proxy.fault = () => fault
    expect(await probe('global')).toMatchObject({
      problem: { code: 'instance-not-fusionauth' },
      version: null,
    })
  }
  faulty.proxy.fault = ({ headers }) => (headers['authorization'] ? { kind: 'answer', status: 401 } : page)
  expect(await probe('global')).toMatchObject({ problem: { code: 'instance-not-fusionauth' } })
})

test('an address that nobody answers at, or not safely, has its own code', async () => {
  expect(await probe('global', 'http://nowhere.invalid')).toMatchObject({
    problem: { code: 'instance-unreachable' },
  })
  const otherService = await probe('global', 'http://localhost:6000')
  expect(otherService.problem).toMatchObject({ code: 'instance-unreachable' })
  expect(otherService.problem!.message).toContain('localhost:6000')
  // Without a certificate the handshake fails.
  const server = createServer({}, () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(await probe('global', url)).toMatchObject({ problem: { code: 'instance-tls' } })
  server.close()
}, 30_000)

test.each(['ftp://x', 'nothing', 'http://user:word@x', 'http://x?key=1'])(
  'the address %s cannot be used',
  async (url) => {
    await expect(probe('global', url)).rejects.toMatchObject({ code: 'address-unusable' })
  },
)

test('an older version says what it lacks', async () => {
  faulty.proxy.fault = ({ path }) =>
    path === '/api/system/version' ? { kind: 'answer', status: 200, body: '{"version":"1.38.1"}' } : undefined
  const { notes } = await probe('global')
  expect(notes.map(({ code }) => code)).toEqual(['no-merge-patch', 'no-search', 'no-secrets'])
})

test('a read-only instance is asked for nothing but retrievals and searches', async () => {
  await addInstance(studio, faulty.proxy.url, faulty.key('global'), { protection: 'read-only' })
  const { permissions } = await api.instances.probe('dev')
  expect(permissions.filter(({ granted }) => granted === null).map(({ method }) => method)).toContain('PUT')
  expect(
    faulty.proxy.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search')),
  ).toEqual([])
})
