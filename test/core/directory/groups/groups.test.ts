import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { codeOf, useDirectoryStudio } from '../../../helpers/directory-studio.ts'

const directory = useDirectoryStudio(300)
afterEach(() => directory().proxy.reset())

async function roleIds(...names: readonly string[]): Promise<string[]> {
  const { applications } = await directory().api.groups.choices('dev')
  return names.map(
    (name) => applications!.flatMap(({ roles }) => roles).find((role) => role.name === name)!.id,
  )
}

async function defaultTenant(): Promise<string> {
  const { tenants } = await directory().api.groups.choices('dev')
  return tenants!.find(({ name }) => name === 'Default')!.id
}

async function freshGroup(fields: object = {}) {
  const tenantId = await defaultTenant()
  return directory().api.groups.create('dev', { name: `Group ${randomUUID()}`, tenantId, ...fields })
}

describe('listing', () => {
  test('a page comes from the search of the server, by a part of the name and tenant', async () => {
    const page = await directory().api.groups.list('dev', { name: 'support', numberOfResults: 1 })
    expect(page).toMatchObject({ groups: [{ name: 'Support' }], total: 2 })
    const tenantId = (await directory().group('Auditors')).tenantId!
    const partners = await directory().api.groups.list('dev', { tenantId, orderBy: 'name', descending: true })
    expect(partners.groups.map(({ name }) => name)).toEqual([
      'Warehouse South',
      'Warehouse North',
      'Partner Owners',
      'Auditors',
    ])
  })

  test('groups are found by the roles that they give', async () => {
    const [lead] = await roleIds('lead')
    const found = await directory().api.groups.list('dev', { roleIds: [lead!], name: 's*' })
    expect(found.groups.map(({ name }) => name)).toEqual(['Support Leads'])
    const applicationId = Object.keys(found.groups[0]!.roles)[0]!
    const ofApplication = await directory().api.groups.list('dev', { applicationId })
    expect(ofApplication.groups.map(({ name }) => name)).toEqual([
      'Company Admins',
      'Support',
      'Support Leads',
    ])
  })

  test('a server without the search is listed from all groups', async () => {
    directory().proxy.fault = ({ path }) =>
      path.startsWith('/api/group/search') ? { kind: 'answer', status: 405 } : undefined
    const page = await directory().api.groups.list('dev', { name: 'support' })
    expect(page.groups.map(({ name }) => name)).toEqual(['Support', 'Support Leads'])
  })

  test('a group is read with the names of its applications and tenant and how many members it has', async () => {
    const { id } = await directory().group('Support')
    const detail = await directory().api.groups.read('dev', id)
    expect(Object.values(detail.applicationNames).sort()).toEqual(['Customer Portal', 'Support Desk'])
    expect(detail.tenantName).toBe('Default')
    expect(detail.memberCount).toBe((await directory().memberIds(id)).length)
  })
})

describe('creating', () => {
  test('a group is created with an id of its own or one that the server makes', async () => {
    const id = randomUUID()
    const [customer] = await roleIds('customer')
    const made = await freshGroup({ id, data: { a: 1 }, roleIds: [customer!] })
    expect(made).toMatchObject({ id, data: { a: 1 } })
    expect(Object.values(made.roles).flat()).toMatchObject([{ name: 'customer' }])
    expect((await freshGroup()).id).not.toBe(id)
    const paths = directory().proxy.requests.flatMap(({ method, path }) => (method === 'POST' ? [path] : []))
    expect(paths).toEqual([`/api/group/${id}`, '/api/group'])
  })

  test('a name that is taken, a role of another tenant and an unknown role are refused in words', async () => {
    const [picker] = await roleIds('picker')
    expect(await codeOf(freshGroup({ name: 'Support' }))).toBe('group-refused')
    expect(await codeOf(freshGroup({ roleIds: [picker!] }))).toBe('role-of-other-tenant')
    expect(await codeOf(freshGroup({ roleIds: [randomUUID()] }))).toBe('role-unknown')
    expect(await codeOf(freshGroup({ roleIds: ['admin'] }))).toBe('invalid-arguments')
  })

  test('an instance with several tenants needs one to be named', async () => {
    expect(await codeOf(directory().api.groups.create('dev', { name: 'Nowhere' }))).toBe('key-needs-tenant')
  })

  test('a key that may only read creates nothing', async () => {
    await directory().addInstance('reader', 'read-only')
    const created = directory().api.groups.create('reader', { name: 'No', tenantId: await defaultTenant() })
    expect(await codeOf(created)).toBe('key-refused')
  })

  test('a protected instance is not written to', async () => {
    await directory().addInstance('locked', 'global', { protection: 'read-only' })
    await directory().addInstance('asked', 'global', { protection: 'confirm' })
    const group = { name: 'No', tenantId: await defaultTenant() }
    expect(await codeOf(directory().api.groups.create('locked', group))).toBe('protected-read-only')
    expect(await codeOf(directory().api.groups.create('asked', group))).toBe('protected-confirm')
    const made = await directory().api.groups.create('asked', { ...group, confirmation: 'asked' })
    expect(made.name).toBe('No')
  })
})

describe('editing', () => {
  const requests = () =>
    directory().proxy.requests.flatMap(({ method, body }) =>
      method === 'PUT' || method === 'PATCH' ? [[method, JSON.parse(body) as unknown]] : [],
    )

  test('name and data are patched, so that what others change elsewhere stays', async () => {
    const group = await freshGroup({ data: { a: 1, deep: { x: 1, y: [1, 2] }, gone: true } })
    const seen = { name: group.name, data: group.data, roleIds: [] }
    await directory().ask('PATCH', `/api/group/${group.id}`, {
      group: { data: { b: 'theirs', deep: { z: 3 } } },
    })
    const outcome = await directory().api.groups.edit('dev', {
      groupId: group.id,
      seen,
      wanted: { ...seen, data: { a: 1, deep: { x: 2, y: [2] } } },
    })
    expect(requests()).toEqual([['PATCH', { group: { data: { deep: { x: 2, y: [2] }, gone: null } } }]])
    expect(outcome).toMatchObject({ kind: 'saved' })
    expect(outcome.group.data).toEqual({ a: 1, b: 'theirs', deep: { x: 2, y: [2], z: 3 } })
  })

  test('roles are replaced whole, with those that others gave meanwhile among them', async () => {
    const [viewer, editor, customer] = await roleIds('viewer', 'editor', 'customer')
    const group = await freshGroup({ roleIds: [viewer!] })
    const seen = { name: group.name, data: {}, roleIds: [viewer!] }
    await directory().ask('PUT', `/api/group/${group.id}`, {
      group: { name: 'Theirs', data: { b: 1 } },
      roleIds: [viewer, customer],
    })
    const outcome = await directory().api.groups.edit('dev', {
      groupId: group.id,
      seen,
      wanted: { ...seen, roleIds: [editor!] },
    })
    expect(outcome.group).toMatchObject({ name: 'Theirs', data: { b: 1 } })
    const given = Object.values(outcome.group.roles).flatMap((roles) => roles.map(({ name }) => name))
    expect(given.sort()).toEqual(['customer', 'editor'])
  })

  test('a null in the data is written, which a patch could not', async () => {
    const group = await freshGroup({ data: { a: 1 } })
    const seen = { name: group.name, data: group.data, roleIds: [] }
    const wanted = { ...seen, data: { a: null } }
    const outcome = await directory().api.groups.edit('dev', { groupId: group.id, seen, wanted })
    expect(requests()).toMatchObject([['PUT', { group: { data: { a: null } } }]])
    expect(outcome.kind).toBe('saved')
  })

  test('the same place changed by somebody else is a conflict, and nothing is written', async () => {
    const theirs = randomUUID()
    const group = await freshGroup({ data: { a: 1 } })
    const seen = { name: group.name, data: group.data, roleIds: [] }
    await directory().ask('PATCH', `/api/group/${group.id}`, { group: { name: theirs, data: { a: 2 } } })
    const wanted = { name: 'Mine', data: { a: 3 }, roleIds: [] }
    const outcome = await directory().api.groups.edit('dev', { groupId: group.id, seen, wanted })
    expect(outcome).toMatchObject({ kind: 'conflict', places: ['name', '/a'], group: { name: theirs } })
    expect(requests()).toEqual([])
  })

  test('an edit that changes nothing writes nothing, and one of a group that is gone says so', async () => {
    const group = await freshGroup()
    const seen = { name: group.name, data: {}, roleIds: [] }
    const edit = { groupId: group.id, seen, wanted: seen }
    expect((await directory().api.groups.edit('dev', edit)).kind).toBe('unchanged')
    expect(requests()).toEqual([])
    await directory().api.groups.delete('dev', { groupId: group.id })
    expect(await codeOf(directory().api.groups.edit('dev', edit))).toBe('group-not-found')
    expect(await codeOf(directory().api.groups.delete('dev', { groupId: group.id }))).toBe('group-not-found')
    expect(await codeOf(directory().api.members.list('dev', { groupId: group.id }))).toBe('group-not-found')
  })
})

describe('who gains or loses which role', () => {
  test('deleting a group tells which registrations may lose its roles, and who keeps them by another group', async () => {
    const [clerk] = await roleIds('clerk')
    const { applications } = await directory().api.groups.choices('dev')
    const shop = applications!.find(({ name }) => name === 'Shop')!
    const group = await freshGroup({ roleIds: [clerk!] })
    const clerks = await directory().group('Shop Clerks')
    const people = await directory().people(group.tenantId!)
    const isRegistered = ({ registrations }: (typeof people)[number]) =>
      registrations.some(({ applicationId, roles }) => applicationId === shop.id && !roles.includes('clerk'))
    const alone = people.find(isRegistered)!.id
    const twice = people.find((person) => isRegistered(person) && person.id !== alone)!.id
    const unregistered = people.find(({ registrations }) =>
      registrations.every(({ applicationId }) => applicationId !== shop.id),
    )!.id
    const members = [alone, twice, unregistered].map((userId) => ({ userId }))
    await directory().ask('POST', '/api/group/member', {
      members: { [group.id]: members, [clerks.id]: [{ userId: twice }] },
    })
    const preview = await directory().api.groups.previewRoles('dev', {
      kind: 'delete-group',
      groupId: group.id,
    })
    expect(preview).toMatchObject({
      concerned: 3,
      examined: 3,
      differences: [{ userId: alone, applicationId: shop.id, role: 'clerk', kind: 'may-lose' }],
      totals: [{ applicationName: 'Shop', role: 'clerk', gains: 0, loses: 0, mayLose: 1 }],
    })
    expect(Object.keys(preview.users)).toEqual([alone])
  })

  test('joining a group and leaving it are compared before they are done, and only for who is concerned', async () => {
    const clerks = await directory().group('Shop Clerks')
    const { applications } = await directory().api.groups.choices('dev')
    const shop = applications!.find(({ name }) => name === 'Shop')!
    const people = await directory().people(clerks.tenantId!)
    const [newcomer] = people.filter(({ registrations, memberships }) => {
      const isClerk = registrations.some(
        ({ applicationId, roles }) => applicationId === shop.id && roles.includes('clerk'),
      )
      const isRegistered = registrations.some(({ applicationId }) => applicationId === shop.id)
      return isRegistered && !isClerk && memberships.every(({ groupId }) => groupId !== clerks.id)
    })
    const unregistered = people.find(
      ({ registrations, memberships }) =>
        registrations.every(({ applicationId }) => applicationId !== shop.id) &&
        memberships.every(({ groupId }) => groupId !== clerks.id),
    )!
    const userIds = [newcomer!.id, unregistered.id]
    const preview = (kind: 'add-members' | 'remove-members') =>
      directory().api.groups.previewRoles('dev', { kind, groupId: clerks.id, userIds })
    const role = { userId: newcomer!.id, applicationId: shop.id, role: 'clerk' }
    expect((await preview('add-members')).differences).toEqual([
      expect.objectContaining({ ...role, kind: 'gains' }),
    ])
    expect((await preview('remove-members')).differences).toEqual([])
    await directory().ask('POST', '/api/group/member', {
      members: { [clerks.id]: userIds.map((userId) => ({ userId })) },
    })
    expect((await preview('add-members')).differences).toEqual([])
    expect((await preview('remove-members')).differences).toEqual([
      expect.objectContaining({ ...role, kind: 'may-lose' }),
    ])
  })

  test('another role of a group is gained by its registered members', async () => {
    const [manager] = await roleIds('manager')
    const group = await directory().group('Customers')
    const kept = Object.values(group.roles).flatMap((roles) => roles.map(({ id }) => id))
    const preview = await directory().api.groups.previewRoles(
      'dev',
      { kind: 'group-roles', groupId: group.id, roleIds: [...kept, manager!] },
      50,
    )
    expect(preview.examined).toBe(50)
    expect(preview.concerned).toBe((await directory().memberIds(group.id)).length)
    expect(preview.differences.length).toBeGreaterThan(0)
    expect(new Set(preview.differences.map(({ kind, role }) => `${kind} ${role}`))).toEqual(
      new Set(['gains manager']),
    )
  })
})

describe('a group in a form that is not known', () => {
  /** The group as the server answers it, with a part of it otherwise. */
  async function answering(id: string, part: object): Promise<void> {
    const { group } = await directory().ask<{ group: object }>('GET', `/api/group/${id}`)
    directory().proxy.fault = ({ method, path }) =>
      method === 'GET' && path === `/api/group/${id}`
        ? { kind: 'answer', status: 200, body: JSON.stringify({ group: { ...group, ...part } }) }
        : undefined
  }
  const writes = () => directory().proxy.requests.filter(({ method }) => ['PUT', 'PATCH'].includes(method))
  const there = async (id: string) =>
    (
      await directory().ask<{ group: { name: string; data: object; roles: object } }>(
        'GET',
        `/api/group/${id}`,
      )
    ).group

  test.each([
    ['roles', { roles: [{ unknown: true }] }],
    ['roles', { roles: { [randomUUID()]: [{ id: 7 }] } }],
    ['data', { data: 'text' }],
  ])('is told, and no PUT drops its %s', async (part, answer) => {
    const [customer] = await roleIds('customer')
    const { id, name } = await freshGroup({ data: { a: 1 }, roleIds: [customer!] })
    const before = await there(id)
    await answering(id, answer)
    const { group } = await directory().api.groups.read('dev', id)
    expect(group.unread).toEqual([part])
    directory().proxy.requests.length = 0
    const seen = {
      name,
      data: group.data,
      roleIds: Object.values(group.roles).flatMap((each) => each.map((role) => role.id)),
    }
    const [agent] = await roleIds('agent')
    const edit = (wanted: object) =>
      directory().api.groups.edit('dev', { groupId: id, seen, wanted: { ...seen, ...wanted } })
    expect(await codeOf(edit({ roleIds: [...seen.roleIds, agent!] }))).toBe('group-unreadable')
    expect(await codeOf(edit({ data: { ...seen.data, none: null } }))).toBe('group-unreadable')
    expect(writes()).toEqual([])
    expect(await there(id)).toEqual(before)
    expect(await edit({ name: `${name} renamed` })).toMatchObject({ kind: 'saved' })
    expect(writes().map(({ method, body }) => [method, JSON.parse(body) as unknown])).toEqual([
      ['PATCH', { group: { name: `${name} renamed` } }],
    ])
    expect(await there(id)).toMatchObject({ data: before.data, roles: before.roles, name: `${name} renamed` })
  })

  test('keeps data that cannot be read, also from a patch of data', async () => {
    const { id, name } = await freshGroup({ data: { a: 1 } })
    await answering(id, { data: ['text'] })
    const seen = { name, data: {}, roleIds: [] }
    const edit = directory().api.groups.edit('dev', {
      groupId: id,
      seen,
      wanted: { ...seen, data: { b: 2 } },
    })
    expect(await codeOf(edit)).toBe('group-unreadable')
    expect(await there(id)).toMatchObject({ data: { a: 1 } })
  })
})
