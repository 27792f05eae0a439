import { beforeEach, describe, expect, test } from 'vitest'
import { endpoints } from '../../../electron/demo/routes/endpoints.ts'
import type { TestDemo } from '../../helpers/demo.ts'
import { codesOf, testDemo } from '../../helpers/demo.ts'

let demo: TestDemo

beforeEach(async () => {
  demo = await testDemo()
})

const nobody = '00000000-0000-0000-0000-000000000000'

describe('keys', () => {
  test.each([
    ['no key', null],
    ['an unknown key', 'unknown'],
    ['an empty key', ''],
    ['a Bearer word in front', 'Bearer'],
  ])('%s is answered with 401 and no body', async (_name, given) => {
    const key = given === 'Bearer' ? `Bearer ${demo.key('Global')}` : given
    const { status, text } = await demo.call('GET', '/api/lambda', { key })
    expect([status, text]).toEqual([401, ''])
  })

  test('every endpoint but status and health wants a key', async () => {
    const open: string[] = []
    for (const { path, handlers } of endpoints) {
      for (const method of Object.keys(handlers)) {
        const { status } = await demo.call(method, path.replaceAll(/:\w+/g, nobody), { key: null })
        if (status !== 401) open.push(`${method} ${path}`)
      }
    }
    expect(open).toEqual(['GET /api/status', 'GET /api/health'])
  })

  test('the read-only key can change nothing', async () => {
    const key = demo.key('Read only')
    const changing: string[] = []
    for (const { path, handlers } of endpoints) {
      for (const method of Object.keys(handlers).filter((name) => name !== 'GET')) {
        const { status } = await demo.call(method, path.replaceAll(/:\w+/g, nobody), { key, body: {} })
        if (status !== 401) changing.push(`${method} ${path}`)
      }
    }
    expect(changing.every((name) => /^POST .*\/search$/.test(name))).toBe(true)
    expect((await demo.call('GET', '/api/lambda', { key })).status).toBe(200)
    expect((await demo.call('POST', '/api/user/search', { key, body: { search: {} } })).status).toBe(200)
  })

  test('the tenant key may not call what belongs to the whole instance', async () => {
    const key = demo.key('Tenant')
    for (const path of [
      '/api/lambda',
      '/api/lambda/search',
      '/api/connector',
      '/api/tenant/search',
      '/api/system/event-log/search',
      `/api/api-key/${nobody}`,
    ]) {
      expect([path, (await demo.call('GET', path, { key })).status]).toEqual([path, 401])
    }
    for (const path of [
      '/api/group',
      '/api/user/search',
      '/api/application',
      '/api/tenant',
      '/api/identity-provider',
      '/api/system/version',
    ]) {
      expect([path, (await demo.call('GET', path, { key })).status]).toEqual([path, 200])
    }
  })

  test('a key that has expired is answered with 401', async () => {
    const body = { apiKey: { key: 'short-lived', expirationInstant: Date.now() - 1 } }
    expect((await demo.call('POST', '/api/api-key', { body })).status).toBe(200)
    expect((await demo.call('GET', '/api/group', { key: 'short-lived' })).status).toBe(401)
  })

  test('a key is limited to its endpoints and methods, and its limits can be changed', async () => {
    const apiKey = { key: 'narrow', permissions: { endpoints: { '/api/group': ['GET'] } } }
    const made = await demo.call('POST', '/api/api-key', { body: { apiKey } })
    const { id } = (made.json as { apiKey: { id: string } }).apiKey
    const ask = async (method: string, path: string): Promise<number> =>
      (await demo.call(method, path, { key: 'narrow', ...(method === 'GET' ? {} : { body: {} }) })).status
    expect(await ask('GET', '/api/group')).toBe(200)
    expect(await ask('POST', '/api/group')).toBe(401)
    expect(await ask('GET', '/api/group/search')).toBe(401)
    const wider = { apiKey: { permissions: { endpoints: { '/api/group/search': ['GET'] } } } }
    await demo.call('PUT', `/api/api-key/${id}`, { body: wider })
    expect(await ask('GET', '/api/group')).toBe(401)
    expect(await ask('GET', '/api/group/search')).toBe(200)
  })

  test('the method that a POST stands for is the one that needs to be permitted', async () => {
    const apiKey = { key: 'posting', permissions: { endpoints: { '/api/lambda': ['POST'] } } }
    await demo.call('POST', '/api/api-key', { body: { apiKey } })
    const { id } = demo.world.lambdas.list()[0]!
    const { status } = await demo.app.request(`/api/lambda/${id}`, {
      method: 'POST',
      headers: { Authorization: 'posting', 'X-HTTP-Method-Override': 'DELETE' },
    })
    expect(status).toBe(401)
  })

  test('a key that is no key manager may not make keys, and cannot become one', async () => {
    await demo.call('POST', '/api/api-key', { body: { apiKey: { key: 'super', keyManager: true } } })
    expect((await demo.call('POST', '/api/api-key', { key: 'super', body: {} })).status).toBe(401)
  })

  test('a key that is not retrievable is in no answer', async () => {
    const body = { apiKey: { name: 'Hidden', retrievable: false } }
    const made = await demo.call('POST', '/api/api-key', { body })
    expect((made.json as { apiKey: object }).apiKey).not.toHaveProperty('key')
    const nameless = await demo.call('POST', '/api/api-key', { body: { apiKey: { retrievable: false } } })
    expect(codesOf(nameless.json)).toEqual({ 'apiKey.name': ['[blank]apiKey.name'] })
  })
})

describe('tenants', () => {
  const group = { group: { name: 'Scoped' } }

  test('with several tenants one must be named to create what a tenant owns', async () => {
    for (const path of ['/api/group', '/api/user', '/api/application']) {
      const { status, json } = await demo.call('POST', path, { body: {} })
      expect([status, codesOf(json)]).toEqual([400, { general: ['[TenantIdRequired]'] }])
    }
  })

  test('the header or the key names it', async () => {
    const tenant = demo.tenantId('Partners')
    const byHeader = await demo.call('POST', '/api/group', { body: group, tenant })
    const byKey = await demo.call('POST', '/api/group', { body: group, key: demo.key('Tenant') })
    expect(byHeader.json).toMatchObject({ group: { tenantId: tenant } })
    expect(byKey.json).toMatchObject({ group: { tenantId: demo.tenantId('Default') } })
  })

  test('with one tenant none need be named', async () => {
    await demo.call('DELETE', `/api/tenant/${demo.tenantId('Partners')}`)
    expect((await demo.call('POST', '/api/group', { body: group })).status).toBe(200)
  })

  test('what belongs to another tenant is not there', async () => {
    const { id } = demo.world.groups.find(({ name }) => name === 'Auditors')!
    const other = demo.tenantId('Default')
    for (const scope of [{ tenant: other }, { key: demo.key('Tenant') }]) {
      expect((await demo.call('GET', `/api/group/${id}`, scope)).status).toBe(404)
      expect((await demo.call('DELETE', `/api/group/${id}`, scope)).status).toBe(404)
    }
    expect((await demo.call('GET', `/api/group/${id}`)).status).toBe(200)
  })

  test('a user is looked up by name within one tenant only', async () => {
    const user = demo.world.users.find(({ tenantId }) => tenantId === demo.tenantId('Partners'))!
    const path = `/api/user?email=${encodeURIComponent(user.email!)}`
    expect(codesOf((await demo.call('GET', path)).json)).toEqual({ general: ['[TenantIdRequired]'] })
    expect((await demo.call('GET', path, { tenant: user.tenantId })).status).toBe(200)
    expect((await demo.call('GET', path, { tenant: demo.tenantId('Default') })).status).toBe(404)
  })

  test('the tenant of header or key comes before the one in the criteria', async () => {
    const [mine, other] = [demo.tenantId('Default'), demo.tenantId('Partners')]
    const body = { search: { tenantId: other } }
    const count = async (scope: object): Promise<unknown> =>
      ((await demo.call('POST', '/api/group/search', { body, ...scope })).json as { total: number }).total
    expect(await count({})).toBe(4)
    expect(await count({ tenant: mine })).toBe(8)
    expect(await count({ key: demo.key('Tenant') })).toBe(8)
  })

  test('a header that names no tenant is refused, one against the key is not authorised', async () => {
    for (const tenant of ['nonsense', nobody]) {
      const { status, json } = await demo.call('GET', '/api/group', { tenant })
      expect([status, codesOf(json)]).toEqual([400, { general: ['[InvalidTenantId]'] }])
    }
    const against = { key: demo.key('Tenant'), tenant: demo.tenantId('Partners') }
    expect((await demo.call('GET', '/api/group', against)).status).toBe(401)
  })
})
