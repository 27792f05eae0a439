import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { codeOf, useDirectoryStudio, type DemoUser } from '../../../helpers/directory-studio.ts'

const directory = useDirectoryStudio(2500)
afterEach(() => directory().proxy.reset())

const searchIsAway = ({ path, body }: { path: string; body: string }) =>
  path.startsWith('/api/user/search') && body.includes('queryString')
    ? ({
        kind: 'answer',
        status: 503,
        headers: { 'Retry-After': '0' },
        body: '{"generalErrors":[]}',
      } as const)
    : undefined

async function someone(isMeant: (user: DemoUser) => boolean): Promise<DemoUser> {
  const { tenantId } = await directory().group('Customers')
  return (await directory().people(tenantId!)).find(isMeant)!
}

describe('finding users', () => {
  test('an id and a whole e-mail find one user by one request', async () => {
    const user = await someone(({ email }) => email !== undefined)
    const tenantId = (await directory().group('Customers')).tenantId!
    directory().proxy.reset()
    for (const text of [user.id.toUpperCase(), user.email!]) {
      const page = await directory().api.users.find('dev', { text, tenantId })
      expect(page).toMatchObject({ users: [{ id: user.id, email: user.email }], total: null, next: null })
    }
    expect(directory().proxy.requests).toHaveLength(2)
  })

  test('an e-mail is found across several tenants, where there is no saying whose it is', async () => {
    const user = await someone(({ email }) => email !== undefined)
    const page = await directory().api.users.find('dev', { text: user.email! })
    expect(page.users).toMatchObject([{ id: user.id }])
  })

  test('without the index, an e-mail and a username are found in whichever tenant has them', async () => {
    const user = await someone(({ email }) => email !== undefined)
    directory().proxy.fault = searchIsAway
    const page = await directory().api.users.find('dev', { text: user.email!.toUpperCase() })
    expect(page).toMatchObject({ users: [{ id: user.id }], searchAway: { code: 'instance-search-away' } })
    const nobody = await directory().api.users.find('dev', { text: 'nobody@nowhere.example' })
    expect(nobody).toMatchObject({ users: [], searchAway: { code: 'instance-search-away' } })
  })

  test('a part of a name finds users page by page, each once', async () => {
    const query = { text: 'an', numberOfResults: 200 }
    let page = await directory().api.users.find('dev', query)
    const found = [...page.users]
    while (page.next !== null) {
      page = await directory().api.users.find('dev', { ...query, next: page.next })
      found.push(...page.users)
    }
    expect(page.total).toBeGreaterThan(200)
    expect(new Set(found.map(({ id }) => id)).size).toBe(page.total)
  })

  test('the index being away is told, and an e-mail is still found', async () => {
    const { tenantId } = await directory().group('Customers')
    const user = await someone(({ email }) => email !== undefined)
    directory().proxy.fault = searchIsAway
    const page = await directory().api.users.find('dev', { text: 'nobody here', tenantId: tenantId! })
    expect(page).toMatchObject({ users: [], searchAway: { code: 'instance-search-away' } })
    const exact = await directory().api.users.find('dev', { text: user.email!, tenantId: tenantId! })
    expect(exact.users).toMatchObject([{ id: user.id }])
  })
})

describe('reading a user', () => {
  test('tells the roles of each application with where they come from, and the memberships', async () => {
    const admins = await directory().group('Company Admins')
    const user = await someone(
      ({ memberships, registrations }) =>
        memberships.some(({ groupId }) => groupId === admins.id) && registrations.length > 0,
    )
    const detail = await directory().api.users.read('dev', user.id)
    expect(detail.memberships.find(({ groupId }) => groupId === admins.id)?.groupName).toBe('Company Admins')
    const registered = detail.applications.filter(({ registration }) => registration !== null)
    expect(registered.map(({ applicationId }) => applicationId).sort()).toEqual(
      user.registrations.map(({ applicationId }) => applicationId).sort(),
    )
    for (const { applicationId, roles, applicationName } of registered) {
      expect(applicationName).not.toBeNull()
      for (const role of admins.roles[applicationId] ?? []) {
        const source = { kind: 'group', groupId: admins.id, groupName: 'Company Admins' }
        expect(roles.find(({ name }) => name === role.name)?.sources).toContainEqual(source)
      }
    }
  })

  test('a user who is not there is told so', async () => {
    const code = await codeOf(directory().api.users.read('dev', randomUUID()))
    expect(code).toBe('user-not-found')
  })
})

describe('searching members', () => {
  test('finds members of a large group by name through the index, and nobody else', async () => {
    const group = await directory().group('Customers')
    const members = new Set(await directory().memberIds(group.id))
    expect(members.size).toBeGreaterThan(1000)
    const people = await directory().people(group.tenantId!)
    const expected = people.filter(
      ({ id, fullName, email }) => members.has(id) && /mar/i.test(`${fullName ?? ''} ${email ?? ''}`),
    )
    const page = await directory().api.members.search('dev', {
      groupId: group.id,
      text: 'mar',
      numberOfResults: 500,
    })
    expect(page.next).toBeNull()
    expect(page.members.map(({ userId }) => userId).sort()).toEqual(expected.map(({ id }) => id).sort())
    expect(page.members[0]).toMatchObject({ groupId: group.id, user: { active: true } })
  })

  test('finds a member by the whole e-mail where the server has several tenants', async () => {
    const group = await directory().group('Customers')
    const ids = new Set(await directory().memberIds(group.id))
    const member = await someone(({ id, email }) => email !== undefined && ids.has(id))
    directory().proxy.fault = searchIsAway
    const text = member.email!.toUpperCase()
    const found = await directory().api.members.search('dev', { groupId: group.id, text })
    expect(found).toMatchObject({ members: [{ userId: member.id }], next: null })
    const stranger = await someone(({ id, email }) => email !== undefined && !ids.has(id))
    const nobody = { groupId: group.id, text: stranger.email! }
    directory().proxy.reset()
    expect((await directory().api.members.search('dev', nobody)).members).toEqual([])
  })

  test('needs no index in a small group, nor for an id', async () => {
    const small = await directory().group('Support')
    const large = await directory().group('Customers')
    const [member] = (await directory().api.members.list('dev', { groupId: small.id })).members
    directory().proxy.fault = searchIsAway
    const text = member!.user!.name.slice(1, 5)
    const found = await directory().api.members.search('dev', { groupId: small.id, text })
    expect(found.members.map(({ id }) => id)).toContain(member!.id)
    const [customer] = (await directory().api.members.list('dev', { groupId: large.id })).members
    const exact = await directory().api.members.search('dev', { groupId: large.id, text: customer!.userId })
    expect(exact.members).toMatchObject([{ id: customer!.id }])
    const code = await codeOf(directory().api.members.search('dev', { groupId: large.id, text: 'mar' }))
    expect(code).toBe('instance-search-away')
  })
})
