import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TestDemo } from '../../helpers/demo.ts'
import { codesOf, testDemo } from '../../helpers/demo.ts'

let demo: TestDemo

beforeEach(async () => {
  demo = await testDemo(5)
})

const lambdaOf = (type: string): string => demo.world.lambdas.find((lambda) => lambda.type === type)!.id
const mergePatch = 'application/merge-patch+json'

describe('a lambda is assigned by changing its owner', () => {
  test.each([
    ['application', 'application', 'accessTokenPopulateId', 'JWTPopulate'],
    ['application', 'application', 'userinfoPopulateId', 'UserInfoPopulate'],
    ['tenant', 'tenant', 'loginValidationId', 'LoginValidation'],
    ['tenant', 'tenant', 'scimEnterpriseUserRequestConverterId', 'SCIMServerUserRequestConverter'],
    ['connector', 'connector', 'reconcileId', 'LDAPConnectorReconcile'],
    ['identity-provider', 'identityProvider', 'reconcileId', 'GoogleReconcile'],
  ])('%s: %s.lambdaConfiguration.%s takes a %s lambda and no other', async (path, object, field, type) => {
    const rows = {
      application: demo.world.applications,
      tenant: demo.world.tenants,
      connector: demo.world.connectors,
      identityProvider: demo.world.identityProviders,
    }
    const [owner] = rows[object as keyof typeof rows].values()
    const assign = (id: string | null) =>
      demo.call('PATCH', `/api/${path}/${owner!.id}`, {
        type: mergePatch,
        body: { [object]: { lambdaConfiguration: { [field]: id } } },
      })
    const assigned = async (id: string | null): Promise<unknown> =>
      ((await assign(id)).json as Record<string, { lambdaConfiguration: Record<string, unknown> }>)[object]!
        .lambdaConfiguration[field]
    const errorAt = `${object}.lambdaConfiguration.${field}`

    expect(await assigned(lambdaOf(type))).toBe(lambdaOf(type))
    expect(await assigned(null)).toBeUndefined()
    expect(await assigned(lambdaOf(type))).toBe(lambdaOf(type))
    expect(await assigned('')).toBeUndefined()
    for (const wrong of [
      randomUUID(),
      lambdaOf(type === 'JWTPopulate' ? 'LoginValidation' : 'JWTPopulate'),
    ]) {
      expect(codesOf((await assign(wrong)).json)).toEqual({ [errorAt]: [`[invalid]${errorAt}`] })
    }
    expect(codesOf((await assign('no uuid')).json)).toEqual({ [errorAt]: ['[invalidJSON]'] })
  })

  test('a lambda in use is not deleted, and one that is free is', async () => {
    const id = lambdaOf('LoginValidation')
    const refused = await demo.call('DELETE', `/api/lambda/${id}`)
    expect([refused.status, codesOf(refused.json)]).toEqual([400, { general: ['[LambdaInUse]'] }])
    expect(refused.text).toContain('tenant Default')
    const body = { tenant: { lambdaConfiguration: { loginValidationId: null } } }
    await demo.call('PATCH', `/api/tenant/${demo.tenantId('Default')}`, { type: mergePatch, body })
    expect((await demo.call('DELETE', `/api/lambda/${id}`)).status).toBe(200)
  })
})

describe('configuration objects', () => {
  test('what the demo does not look into is kept as it came', async () => {
    const oauthConfiguration = { authorizedRedirectURLs: ['https://example.com/back'], debug: true }
    const application = { name: 'New', oauthConfiguration, data: { note: null, list: [1] } }
    const { json } = await demo.call('POST', '/api/application', {
      body: { application },
      tenant: demo.tenantId('Default'),
    })
    expect(json).toMatchObject({ application })
  })

  test('PUT drops what is left out, but neither roles nor state', async () => {
    const { id, roles } = demo.world.applications.find(({ name }) => name === 'Shop')!
    const { json } = await demo.call('PUT', `/api/application/${id}`, {
      body: { application: { name: 'Store' } },
    })
    const { application } = json as { application: object }
    expect(application).toMatchObject({ name: 'Store', roles, state: 'Active' })
    expect(application).not.toHaveProperty('lambdaConfiguration')
  })

  test('an application and a tenant may be made from another', async () => {
    const source = demo.world.applications.find(({ name }) => name === 'Shop')!
    const tenant = demo.tenantId('Default')
    const body = { application: { name: 'Second shop' }, sourceApplicationId: source.id }
    const copy = await demo.call('POST', '/api/application', { body, tenant })
    expect(copy.json).toMatchObject({
      application: { name: 'Second shop', roles: [], lambdaConfiguration: source['lambdaConfiguration'] },
    })
    const made = await demo.call('POST', '/api/tenant', {
      body: { tenant: { name: 'Third' }, sourceTenantId: tenant },
    })
    expect(made.json).toMatchObject({ tenant: { name: 'Third', issuer: 'demo.example.com' } })
    expect((made.json as { tenant: { id: string } }).tenant.id).not.toBe(tenant)
  })

  test.each([
    [
      '/api/application',
      { application: { name: 'Shop' } },
      { 'application.name': ['[duplicate]application.name'] },
    ],
    [
      '/api/application',
      { application: { name: 'A', roles: [{ name: 'a' }, { name: 'a' }, {}] } },
      {
        'application.roles[1].name': ['[duplicate]application.roles[1].name'],
        'application.roles[2].name': ['[blank]application.roles[2].name'],
      },
    ],
    [
      '/api/application',
      { application: { name: 'A', nonsense: 1 } },
      { 'application.nonsense': ['[invalidJSON]'] },
    ],
    ['/api/tenant', { tenant: { name: 'Default' } }, { 'tenant.name': ['[duplicate]tenant.name'] }],
    [
      '/api/connector',
      { connector: {} },
      { 'connector.name': ['[blank]connector.name'], 'connector.type': ['[blank]connector.type'] },
    ],
    [
      '/api/connector',
      { connector: { name: 'C', type: 'Carrier pigeon' } },
      { 'connector.type': ['[invalidJSON]'] },
    ],
    [
      '/api/identity-provider',
      { identityProvider: { type: 'OpenIDConnect' } },
      { 'identityProvider.name': ['[blank]identityProvider.name'] },
    ],
  ])('POST %s with %j is refused', async (path, body, codes) => {
    const { status, json } = await demo.call('POST', path, { body, tenant: demo.tenantId('Default') })
    expect([status, codesOf(json)]).toEqual([400, codes])
  })

  test('a role as text in place of a flag is told as FusionAuth tells it', async () => {
    const { id, roles } = demo.world.applications.find(({ name }) => name === 'Shop')!
    const body = { role: { name: 'x', isSuperRole: 'yes' } }
    const { json } = await demo.call('PUT', `/api/application/${id}/role/${roles[0]!.id}`, { body })
    expect(codesOf(json)).toEqual({ 'role.isSuperRole': ['[invalidJSON]'] })
  })

  test('an identity provider of a kind there is one of is named like its type, and found by it', async () => {
    await demo.call('POST', '/api/identity-provider', {
      body: { identityProvider: { type: 'Steam', enabled: true } },
    })
    const { json } = await demo.call('GET', '/api/identity-provider?type=Steam')
    expect(json).toMatchObject({ identityProvider: { name: 'Steam', enabled: true } })
    expect((await demo.call('GET', '/api/identity-provider?type=Xbox')).status).toBe(404)
    expect((await demo.call('GET', '/api/identity-provider?type=MySpace')).status).toBe(400)
  })
})

describe('an application', () => {
  const search = { name: 'shop' }

  test.each([
    [undefined, ['roles'], []],
    [['roles'], ['roles'], ['scopes']],
    [[], [], ['roles', 'scopes']],
  ])('is found with expand %j with %j', async (expand, present, expandable) => {
    const { json } = await demo.call('POST', '/api/application/search', { body: { search, expand } })
    const { applications, ...rest } = json as { applications: object[] }
    expect(Object.keys(applications[0]!).filter((name) => name === 'roles')).toEqual(present)
    expect(rest).toEqual({ expandable, total: 1 })
  })

  test('is found without roles by URL, and no other search knows expand', async () => {
    const { json } = await demo.call('GET', '/api/application/search?name=shop&expand=scopes')
    expect((json as { applications: object[] }).applications[0]).not.toHaveProperty('roles')
    const other = await demo.call('POST', '/api/group/search', { body: { search: {}, expand: [] } })
    expect(codesOf(other.json)).toEqual({ expand: ['[invalidJSON]'] })
  })

  test('gets a role from the request object that it is itself created with', async () => {
    const { id } = demo.world.applications.list()[0]!
    const body = { role: { name: 'extra' }, application: {}, sourceApplicationId: id, webhookIds: [] }
    expect((await demo.call('POST', `/api/application/${id}/role`, { body })).status).toBe(200)
  })
})

describe('the event log', () => {
  test('is searched by text, type and time, and its ids are numbers', async () => {
    const all = demo.world.eventLogs.list()
    const start = all[5]!.insertInstant
    const search = { type: 'Debug', start, message: 'lambda*ran.*', orderBy: 'id ASC', numberOfResults: 100 }
    const { json } = await demo.call('POST', '/api/system/event-log/search', { body: { search } })
    const expected = all.filter(({ type, insertInstant }) => type === 'Debug' && insertInstant >= start)
    expect(json).toEqual({ eventLogs: expected, total: expected.length })
    for (const id of ['0', 'x', '1.5', '0x1', '99999']) {
      expect((await demo.call('GET', `/api/system/event-log/${id}`)).status).toBe(404)
    }
    expect((await demo.call('GET', '/api/system/event-log/1')).status).toBe(200)
  })
})

test('a deleted application is no longer named by identity providers', async () => {
  const { id } = demo.world.applications.find(({ name }) => name === 'Shop')!
  const google = demo.world.identityProviders.find(({ name }) => name === 'Google')!
  await demo.call('DELETE', `/api/application/${id}?hardDelete=true`)
  expect(demo.world.identityProviders.get(google.id)!['applicationConfiguration']).not.toHaveProperty(id)
  const patched = await demo.call('PATCH', `/api/identity-provider/${google.id}`, {
    body: { identityProvider: { debug: true } },
  })
  expect(patched.status).toBe(200)
})
