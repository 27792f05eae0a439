import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TestDemo } from '../../helpers/demo.ts'
import { codesOf, testDemo } from '../../helpers/demo.ts'

let demo: TestDemo
let tenant: string

beforeEach(async () => {
  demo = await testDemo()
  tenant = demo.tenantId('Default')
})

interface GroupAnswer {
  readonly group: {
    id: string
    name: string
    data: object
    roles: Record<string, { id: string; name: string }[]>
  }
}

async function newGroup(body: object = {}): Promise<GroupAnswer['group']> {
  const request = { group: { name: randomUUID() }, ...body }
  return ((await demo.call('POST', '/api/group', { body: request, tenant })).json as GroupAnswer).group
}

const roleId = (application: string, role: string): string =>
  demo.world.applications.find(({ name }) => name === application)!.roles.find(({ name }) => name === role)!
    .id

describe('groups', () => {
  test('roles are a map by application id', async () => {
    const ids = [roleId('Shop', 'clerk'), roleId('Support Desk', 'agent'), roleId('Shop', 'manager')]
    const { roles } = await newGroup({ roleIds: ids })
    const names = Object.fromEntries(
      Object.entries(roles).map(([id, list]) => [
        demo.world.applications.get(id)!.name,
        list.map(({ name }) => name),
      ]),
    )
    expect(names).toEqual({ Shop: ['clerk', 'manager'], 'Support Desk': ['agent'] })
  })

  test('a name is needed, and needed to be new in its tenant', async () => {
    const blank = await demo.call('POST', '/api/group', { body: { group: {} }, tenant })
    expect(codesOf(blank.json)).toEqual({ 'group.name': ['[blank]group.name'] })
    const twice = await demo.call('POST', '/api/group', { body: { group: { name: 'Support' } }, tenant })
    expect([twice.status, codesOf(twice.json)]).toEqual([400, { 'group.name': ['[duplicate]group.name'] }])
    expect(twice.text).toContain('[Support]')
    const elsewhere = { body: { group: { name: 'Support' } }, tenant: demo.tenantId('Partners') }
    expect((await demo.call('POST', '/api/group', elsewhere)).status).toBe(200)
  })

  test('roles that do not exist, or are of another tenant, are refused', async () => {
    for (const id of [randomUUID(), roleId('Warehouse', 'picker')]) {
      const body = { group: { name: 'No' }, roleIds: [id] }
      const { json } = await demo.call('POST', '/api/group', { body, tenant })
      expect(codesOf(json)).toEqual({ roleIds: ['[invalid]roleIds'] })
    }
    const body = { group: { name: 'No' }, roleIds: ['admin'] }
    const { json } = await demo.call('POST', '/api/group', { body, tenant })
    expect(codesOf(json)).toEqual({ 'roleIds[0]': ['[invalidJSON]'] })
  })

  test('PUT replaces name, data and all roles', async () => {
    const group = await newGroup({ group: { name: 'A', data: { x: 1 } }, roleIds: [roleId('Shop', 'clerk')] })
    const { json } = await demo.call('PUT', `/api/group/${group.id}`, { body: { group: { name: 'B' } } })
    expect(json).toMatchObject({ group: { id: group.id, name: 'B', data: {}, roles: {} } })
  })

  test('each form of PATCH treats lists in its own way', async () => {
    const [clerk, agent, manager] = [
      roleId('Shop', 'clerk'),
      roleId('Support Desk', 'agent'),
      roleId('Shop', 'manager'),
    ]
    const group = await newGroup({ group: { name: 'P', data: { tags: ['a'], note: 'x' } }, roleIds: [clerk] })
    const patch = async (type: string, body: unknown): Promise<string[]> => {
      const { json } = await demo.call('PATCH', `/api/group/${group.id}`, { body, type })
      return Object.values((json as GroupAnswer).group.roles)
        .flat()
        .map(({ id }) => id)
        .sort()
    }
    expect(await patch('application/json', { roleIds: [agent] })).toEqual([clerk, agent].sort())
    expect(await patch('application/json', { roleIds: [agent] })).toEqual([clerk, agent].sort())
    expect(await patch('application/merge-patch+json', { roleIds: [manager] })).toEqual([manager])
    expect(
      await patch('application/json-patch+json', [{ op: 'add', path: '/roleIds/-', value: clerk }]),
    ).toEqual([manager, clerk].sort())
    expect(await patch('application/json-patch+json', [{ op: 'remove', path: '/roleIds/0' }])).toEqual([
      clerk,
    ])
    await patch('application/json', { group: { data: { tags: ['b'], note: null } } })
    const { json } = await demo.call('GET', `/api/group/${group.id}`)
    expect(json).toMatchObject({ group: { name: 'P', data: { tags: ['a', 'b'] } } })
    expect((json as GroupAnswer).group.data).not.toHaveProperty('note')
  })

  test('a patch that does not fit changes nothing and says so', async () => {
    const group = await newGroup()
    const patches: [string, unknown, string][] = [
      ['application/json-patch+json', [{ op: 'remove', path: '/nothing' }], '[invalidPatch]'],
      ['application/json-patch+json', { group: {} }, '[invalidPatch]'],
      ['application/merge-patch+json', ['group'], '[invalidPatch]'],
      ['text/plain', {}, '[InvalidContentType]'],
    ]
    for (const [type, body, code] of patches) {
      const answer = await demo.call('PATCH', `/api/group/${group.id}`, { body, type })
      expect([answer.status, codesOf(answer.json)]).toEqual([400, { general: [code] }])
    }
    const nameless = await demo.call('PATCH', `/api/group/${group.id}`, { body: { group: { name: null } } })
    expect(codesOf(nameless.json)).toEqual({ 'group.name': ['[blank]group.name'] })
    expect((await demo.call('GET', `/api/group/${group.id}`)).json).toMatchObject({
      group: { name: group.name },
    })
  })

  test('an update moves lastUpdateInstant and leaves insertInstant', async () => {
    const group = (await newGroup()) as unknown as {
      id: string
      insertInstant: number
      lastUpdateInstant: number
    }
    const { json } = await demo.call('PATCH', `/api/group/${group.id}`, { body: {} })
    const after = (json as { group: typeof group }).group
    expect(after.insertInstant).toBe(group.insertInstant)
    expect(after.lastUpdateInstant).toBeGreaterThan(group.lastUpdateInstant)
  })
})

describe('what follows from a group', () => {
  test('its members have its roles where they are registered, until it is deleted', async () => {
    const user = demo.world.users.find(
      ({ tenantId, registrations }) => tenantId === tenant && registrations.length === 1,
    )!
    const [registration] = user.registrations as [(typeof user.registrations)[number]]
    const application = demo.world.applications.get(registration.applicationId)!
    const extra = { name: 'extra', id: randomUUID() }
    await demo.call('POST', `/api/application/${application.id}/role/${extra.id}`, { body: { role: extra } })
    const elsewhere = demo.world.applications.find(
      ({ id, tenantId }) => id !== application.id && tenantId === tenant,
    )!
    const group = await newGroup({ roleIds: [extra.id, elsewhere.roles[0]!.id] })
    const registrations = async (): Promise<{ applicationId: string; roles: string[] }[]> => {
      const { json } = await demo.call('GET', `/api/user/${user.id}`)
      return (json as { user: { registrations: { applicationId: string; roles: string[] }[] } }).user
        .registrations
    }
    const before = await registrations()
    await demo.call('POST', '/api/group/member', { body: { members: { [group.id]: [{ userId: user.id }] } } })
    const during = await registrations()
    expect(during).toHaveLength(1)
    expect(during[0]!.roles).toEqual([...before[0]!.roles, 'extra'])
    await demo.call('DELETE', `/api/group/${group.id}`)
    expect(await registrations()).toEqual(before)
  })

  test('deleting a role takes it off groups and registrations', async () => {
    const shop = demo.world.applications.find(({ name }) => name === 'Shop')!
    const customers = demo.world.groups.find(({ name }) => name === 'Customers')!
    await demo.call('DELETE', `/api/application/${shop.id}/role?name=customer`)
    expect(demo.world.groups.get(customers.id)!.roleIds).toEqual([])
    const holders = demo.world.users.list(({ registrations }) =>
      registrations.some(
        ({ applicationId, roles }) => applicationId === shop.id && roles.includes('customer'),
      ),
    )
    expect(holders).toEqual([])
  })

  test('renaming a role renames it in registrations', async () => {
    const shop = demo.world.applications.find(({ name }) => name === 'Shop')!
    const path = `/api/application/${shop.id}/role/${roleId('Shop', 'customer')}`
    await demo.call('PATCH', path, { body: { role: { name: 'buyer' } } })
    const names = demo.world.users
      .list()
      .flatMap(({ registrations }) => registrations.filter(({ applicationId }) => applicationId === shop.id))
      .flatMap(({ roles }) => roles)
    expect(names).toContain('buyer')
    expect(names).not.toContain('customer')
  })

  test('deleting an application takes its roles and registrations with it', async () => {
    const shop = demo.world.applications.find(({ name }) => name === 'Shop')!
    const roles = new Set(shop.roles.map(({ id }) => id))
    await demo.call('DELETE', `/api/application/${shop.id}`)
    expect(demo.world.applications.get(shop.id)).toMatchObject({ active: false, state: 'Inactive' })
    await demo.call('DELETE', `/api/application/${shop.id}?hardDelete=true`)
    expect(demo.world.applications.get(shop.id)).toBeUndefined()
    expect(demo.world.groups.list(({ roleIds }) => roleIds.some((id) => roles.has(id)))).toEqual([])
    expect(
      demo.world.users.list(({ registrations }) =>
        registrations.some(({ applicationId }) => applicationId === shop.id),
      ),
    ).toEqual([])
  })

  test('deleting a tenant takes all that it owns with it', async () => {
    const id = demo.tenantId('Partners')
    await demo.call('DELETE', `/api/tenant/${id}`)
    const { groups, users, applications, tenants } = demo.world
    for (const table of [groups, users, applications]) {
      expect(table.list((row: { tenantId: string }) => row.tenantId === id)).toEqual([])
    }
    const last = await demo.call('DELETE', `/api/tenant/${tenant}`)
    expect(codesOf(last.json)).toEqual({ general: ['[LastTenant]'] })
    expect(tenants.size).toBe(1)
  })
})
