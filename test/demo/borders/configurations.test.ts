import { beforeAll, describe, expect, test } from 'vitest'
import type { TestDemo } from '../../helpers/demo.ts'
import { codesOf, testDemo } from '../../helpers/demo.ts'

let demo: TestDemo

beforeAll(async () => {
  demo = await testDemo(5)
})

const mergePatch = 'application/merge-patch+json'

/** Sends one object of an application, tenant, identity provider or connector that is there. */
async function patch(kind: string, fields: object): Promise<{ status: number; json: unknown }> {
  const rows = {
    application: demo.world.applications,
    tenant: demo.world.tenants,
    identityProvider: demo.world.identityProviders,
    connector: demo.world.connectors,
  }
  const [owner] = rows[kind as keyof typeof rows].values()
  const path = kind === 'identityProvider' ? 'identity-provider' : kind
  return demo.call('PATCH', `/api/${path}/${owner!.id}`, { type: mergePatch, body: { [kind]: fields } })
}

describe('a known field of a configuration object', () => {
  test.each([
    ['application', { jwtConfiguration: { enabled: 'yes' } }, 'jwtConfiguration.enabled'],
    [
      'application',
      { oauthConfiguration: { enabledGrants: ['theft'] } },
      'oauthConfiguration.enabledGrants[0]',
    ],
    [
      'application',
      { samlv2Configuration: { logout: { behavior: 1 } } },
      'samlv2Configuration.logout.behavior',
    ],
    ['application', { state: 'Asleep' }, 'state'],
    ['tenant', { emailConfiguration: { port: '25' } }, 'emailConfiguration.port'],
    [
      'tenant',
      { externalIdentifierConfiguration: { setupPasswordIdGenerator: { length: 1.5 } } },
      'externalIdentifierConfiguration.setupPasswordIdGenerator.length',
    ],
    [
      'tenant',
      { eventConfiguration: { events: { 'user.create': { transactionType: 'Some' } } } },
      "eventConfiguration.events['user.create'].transactionType",
    ],
    ['tenant', { connectorPolicies: [{ domains: '*' }] }, 'connectorPolicies[0].domains'],
    ['identityProvider', { linkingStrategy: 'LinkByLuck' }, 'linkingStrategy'],
    ['identityProvider', { oauth2: { client_id: 7 } }, 'oauth2.client_id'],
    ['connector', { connectTimeout: 'long' }, 'connectTimeout'],
  ])('of a wrong type is refused: %s %j', async (kind, fields, path) => {
    const { status, json } = await patch(kind, fields)
    expect([status, codesOf(json)]).toEqual([400, { [`${kind}.${path}`]: ['[invalidJSON]'] }])
  })

  test.each([
    ['application', { passwordlessConfiguration: { enabled: true, inventedLater: { by: ['them'] } } }],
    ['tenant', { captchaConfiguration: { captchaMethod: 'HCaptcha', threshold: 0.5, enabled: false } }],
    ['tenant', { ssoConfiguration: { deviceTrustTimeToLiveInSeconds: 5, inventedLater: 1 } }],
    ['identityProvider', { attributeMappings: { mail: 'email' }, inventedLater: true }],
    ['connector', { requestedAttributes: ['mail'], securityMethod: 'StartTLS', inventedLater: 'x' }],
  ])('is kept as it came, and so is one of a newer version: %s %j', async (kind, fields) => {
    const { status, json } = await patch(kind, fields)
    expect([status, json]).toMatchObject([200, { [kind]: fields }])
  })
})

test('a request may repeat what an answer has, and not with another type', async () => {
  const group = demo.world.groups.list()[0]!
  const { json } = await demo.call('GET', `/api/group/${group.id}`)
  const again = await demo.call('PUT', `/api/group/${group.id}`, { body: json })
  expect(again.status).toBe(200)
  const wrong = { group: { name: 'G', lastUpdateInstant: 'now', tenantId: 4, roles: [] } }
  const refused = await demo.call('PUT', `/api/group/${group.id}`, { body: wrong })
  expect(Object.keys(codesOf(refused.json)).sort()).toEqual([
    'group.lastUpdateInstant',
    'group.roles',
    'group.tenantId',
  ])
})
