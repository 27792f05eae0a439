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

interface UserJson {
  readonly id: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly fullName: string
  readonly registrations?: unknown[]
  readonly memberships?: unknown[]
}

interface Found {
  readonly users: UserJson[]
  readonly total: number
  readonly nextResults?: string
  readonly expandable: string[]
}

async function find(search: object, beside: object = {}): Promise<Found> {
  const { status, json } = await demo.call('POST', '/api/user/search', { body: { search, ...beside } })
  expect(status).toBe(200)
  return json as Found
}

const create = (user: object, options: object = {}) =>
  demo.call('POST', '/api/user', { body: { user, ...options }, tenant })

const password = 'long enough'

describe('creating', () => {
  test.each([
    [
      'no name',
      {},
      {
        'user.email': ['[blank]user.email'],
        'user.username': ['[blank]user.username'],
        'user.password': ['[blank]user.password'],
      },
    ],
    ['no password', { email: 'a@example.com' }, { 'user.password': ['[blank]user.password'] }],
    [
      'a short password',
      { email: 'a@example.com', password: 'short' },
      { 'user.password': ['[tooShort]user.password'] },
    ],
    ['no address', { email: 'nobody', password }, { 'user.email': ['[notEmail]user.email'] }],
    [
      'a day that is not',
      { email: 'a@example.com', password, birthDate: '1990-02-30' },
      { 'user.birthDate': ['[invalidJSON]'] },
    ],
    [
      'data that is a list',
      { email: 'a@example.com', password, data: [] },
      { 'user.data': ['[invalidJSON]'] },
    ],
  ])('a user with %s is refused', async (_name, user, codes) => {
    const { status, json } = await create(user)
    expect([status, codesOf(json)]).toEqual([400, codes])
  })

  test('no password is needed where one will be asked for by mail, and a username is enough', async () => {
    expect((await create({ username: 'ada' }, { sendSetPasswordEmail: true })).status).toBe(200)
  })

  test('names are unique within a tenant, whatever their case', async () => {
    await create({ email: 'Ada@example.com', username: 'Ada', password })
    const { json } = await create({ email: 'ADA@example.com', username: 'ada', password })
    expect(codesOf(json)).toEqual({
      'user.email': ['[duplicate]user.email'],
      'user.username': ['[duplicate]user.username'],
    })
    const elsewhere = {
      body: { user: { email: 'ada@example.com', password } },
      tenant: demo.tenantId('Partners'),
    }
    expect((await demo.call('POST', '/api/user', elsewhere)).status).toBe(200)
  })

  test('passwords are never kept', async () => {
    const secret = 'correct horse battery staple'
    await create({ email: 'ada@example.com', password: secret })
    expect(JSON.stringify([...demo.world.users.values()])).not.toContain(secret)
  })

  test('what only the server decides is not taken from the request', async () => {
    const claimed = {
      id: randomUUID(),
      tenantId: randomUUID(),
      insertInstant: 1,
      verified: true,
      memberships: [{}],
    }
    const { json } = await create({ email: 'ada@example.com', password, ...claimed })
    const { user } = json as { user: Record<string, unknown> }
    expect(user).toMatchObject({ tenantId: tenant, verified: false, memberships: [] })
    expect(user['id']).not.toBe(claimed.id)
    expect(user['insertInstant']).not.toBe(1)
  })
})

describe('changing', () => {
  test('PUT replaces the profile and leaves registrations and memberships', async () => {
    const member = [...demo.world.members.values()][0]!
    const before = demo.world.users.get(member.userId)!
    await demo.call('PUT', `/api/user/${before.id}`, { body: { user: { email: before.email } } })
    const after = demo.world.users.get(before.id)!
    expect(after).toMatchObject({
      email: before.email,
      registrations: before.registrations,
      active: before.active,
    })
    expect([after.firstName, after.data]).toEqual([undefined, undefined])
    expect(demo.world.members.ofUser(before.id)).toContain(member)
  })

  test('a name that changed is found under the new one alone', async () => {
    const { json } = await create({ email: 'old@example.com', password })
    const { id } = (json as { user: UserJson }).user
    await demo.call('PATCH', `/api/user/${id}`, { body: { user: { email: 'new@example.com' } } })
    expect((await demo.call('GET', '/api/user?email=old@example.com', { tenant })).status).toBe(404)
    expect((await demo.call('GET', '/api/user?email=new@example.com', { tenant })).status).toBe(200)
    expect((await create({ email: 'old@example.com', password })).status).toBe(200)
  })

  test('a delete deactivates, unless it is hard by URL or by body', async () => {
    const [one, two] = demo.world.users.list()
    await demo.call('DELETE', `/api/user/${one!.id}`)
    expect(demo.world.users.get(one!.id)).toMatchObject({ active: false })
    await demo.call('DELETE', `/api/user/${one!.id}?hardDelete=true`)
    await demo.call('DELETE', `/api/user/${two!.id}`, { body: { hardDelete: true } })
    expect([demo.world.users.get(one!.id), demo.world.users.get(two!.id)]).toEqual([undefined, undefined])
  })
})

describe('looking up', () => {
  test('a login id may be of either kind, or of those asked for', async () => {
    const user = demo.world.users.find(
      ({ tenantId, username }) => tenantId === tenant && username !== undefined,
    )!
    const status = async (query: string): Promise<number> =>
      (await demo.call('GET', `/api/user?${query}`, { tenant })).status
    expect(await status(`loginId=${user.username!}`)).toBe(200)
    expect(await status(`loginId=${user.email!}`)).toBe(200)
    expect(await status(`loginId=${user.username!}&loginIdTypes=email`)).toBe(404)
    expect(await status('verificationId=x')).toBe(404)
    expect(await status('')).toBe(400)
  })
})

describe('searching', () => {
  test('one term is looked for in five fields, without regard to case', async () => {
    const { users } = await find({ queryString: 'MARIA', numberOfResults: 100 })
    const all = demo.world.users.list()
    const expected = all.filter(({ firstName, lastName, fullName, email, username }) =>
      [firstName, lastName, fullName, email, username].some((text) => text?.toLowerCase().includes('maria')),
    )
    expect(users.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    expect((await find({ queryString: '*' })).total).toBe(60)
    expect((await find({})).total).toBe(60)
    expect((await find({ queryString: 'memberships.groupId:x' })).total).toBe(0)
  })

  test('pages by nextResults and by startRow are the same and cover all', async () => {
    const criteria = { queryString: 'e', sortFields: [{ name: 'email', order: 'desc' }], numberOfResults: 7 }
    const byCursor: string[] = []
    let page = await find(criteria)
    for (;;) {
      byCursor.push(...page.users.map(({ email }) => email))
      if (page.nextResults === undefined) break
      page = await find({ nextResults: page.nextResults })
    }
    const { users, total } = await find({ ...criteria, numberOfResults: 100 })
    expect(byCursor).toEqual(users.map(({ email }) => email))
    expect(byCursor).toEqual([...byCursor].sort().reverse())
    expect(total).toBe(byCursor.length)
    const { users: third } = await find({ ...criteria, startRow: 14 })
    expect(third.map(({ email }) => email)).toEqual(byCursor.slice(14, 21))
  })

  test('ids come before everything else, are not paged, and unknown ones are passed over', async () => {
    const ids = demo.world.users
      .list()
      .slice(0, 40)
      .map(({ id }) => id)
    const { users, total } = await find({
      ids: [randomUUID(), ...ids],
      queryString: 'nobody',
      numberOfResults: 3,
    })
    expect(users.map(({ id }) => id)).toEqual(ids)
    expect(total).toBe(40)
    const byUrl = await demo.call('GET', `/api/user/search?ids=${ids[0]!}&ids=${ids[1]!}`)
    expect((byUrl.json as Found).users.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const one = await demo.call('GET', `/api/user/search?ids=${ids[0]!}`)
    expect((one.json as Found).users).toHaveLength(1)
  })

  test('an empty list of ids asks for nothing, so that the rest of the criteria counts', async () => {
    const [known] = demo.world.users.list()
    const { users } = await find({ ids: [], sortFields: [], queryString: known!.email })
    expect(users.map(({ id }) => id)).toEqual([known!.id])
  })

  test('what is not expanded is left out and told', async () => {
    const all = await find({ queryString: '*' })
    expect([all.expandable, Object.keys(all.users[0]!)]).toEqual([
      [],
      expect.arrayContaining(['registrations', 'memberships']),
    ])
    const some = await find({ queryString: '*' }, { expand: ['registrations'] })
    expect(some.expandable).toEqual(['memberships'])
    expect(some.users[0]).toHaveProperty('registrations')
    expect(some.users[0]).not.toHaveProperty('memberships')
    const byUrl = await demo.call('GET', '/api/user/search?queryString=*&expand=memberships')
    expect((byUrl.json as Found).expandable).toEqual(['registrations'])
  })

  test('a search stops counting at 10,000 unless it is asked not to', async () => {
    const many = await testDemo(10_050)
    const total = async (search: object): Promise<unknown> =>
      ((await many.call('POST', '/api/user/search', { body: { search } })).json as Found).total
    expect(await total({ queryString: '*' })).toBe(10_000)
    expect(await total({ queryString: '*', accurateTotal: true })).toBe(10_050)
    const last = await many.call('POST', '/api/user/search', { body: { search: { startRow: 10_040 } } })
    expect((last.json as Found).users).toHaveLength(10)
  })

  test.each([
    [{ query: '{"match_all":{}}' }, 'search.query'],
    [{ numberOfResults: 10_001 }, 'search.numberOfResults'],
    [{ startRow: -1 }, 'search.startRow'],
    [{ sortFields: [{ name: 'password' }] }, 'search.sortFields[0].name'],
    [{ nextResults: 'nonsense' }, 'search.nextResults'],
  ])('%j is refused', async (search, path) => {
    const { status, json } = await demo.call('POST', '/api/user/search', { body: { search } })
    expect([status, codesOf(json)]).toEqual([400, { [path]: [`[invalid]${path}`] }])
  })

  test('the index can be asked to be flushed and rebuilt', async () => {
    expect(await demo.call('PUT', '/api/user/search')).toMatchObject({ status: 200, text: '' })
    expect((await demo.call('PUT', '/api/user/search', { body: { index: 'fusionauth_user' } })).status).toBe(
      200,
    )
  })
})
