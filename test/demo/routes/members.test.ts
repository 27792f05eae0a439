import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TestDemo } from '../../helpers/demo.ts'
import { codesOf, testDemo } from '../../helpers/demo.ts'

let demo: TestDemo
let groupId: string
let users: string[]

beforeEach(async () => {
  demo = await testDemo()
  const tenant = demo.tenantId('Default')
  const { json } = await demo.call('POST', '/api/group', { body: { group: { name: 'Empty' } }, tenant })
  groupId = (json as { group: { id: string } }).group.id
  users = demo.world.users.list(({ tenantId }) => tenantId === tenant).map(({ id }) => id)
})

interface MemberRow {
  readonly id: string
  readonly userId: string
  readonly groupId: string
  readonly data: object
  readonly insertInstant: number
}

async function add(members: object[], group = groupId): Promise<MemberRow[]> {
  const { json } = await demo.call('POST', '/api/group/member', { body: { members: { [group]: members } } })
  return (json as { members: Record<string, MemberRow[]> }).members[group]!
}

async function search(criteria: object): Promise<{ members: MemberRow[]; total: number }> {
  const { json } = await demo.call('POST', '/api/group/member/search', { body: { search: criteria } })
  return json as { members: MemberRow[]; total: number }
}

describe('adding', () => {
  test('a member may bring its own id and data', async () => {
    const id = randomUUID()
    const [member] = await add([{ id, userId: users[0], data: { fruit: 'orange' } }])
    expect(member).toEqual({
      id,
      userId: users[0],
      data: { fruit: 'orange' },
      insertInstant: expect.any(Number) as number,
    })
  })

  test('adding somebody twice keeps one membership and takes the new data', async () => {
    const [first] = await add([{ userId: users[0], data: { a: 1 } }])
    const [again] = await add([{ userId: users[0], data: { a: 2 } }])
    expect(again).toEqual({ ...first, data: { a: 2 } })
    expect((await search({ groupId })).total).toBe(1)
  })

  test.each([{}, { members: null }, { members: {} }])('%j names no member and is refused', async (body) => {
    const { status, json } = await demo.call('POST', '/api/group/member', { body })
    expect([status, codesOf(json)]).toEqual([400, { members: ['[missing]members'] }])
  })

  test('what is wrong is told at its place, and nothing is added', async () => {
    const partner = demo.world.users.find(({ tenantId }) => tenantId === demo.tenantId('Partners'))!
    const members = { [groupId]: [{ userId: users[0] }, { userId: partner.id }, {}] }
    const { json } = await demo.call('POST', '/api/group/member', { body: { members } })
    const path = (index: number): string => `members['${groupId}'][${index}].userId`
    expect(codesOf(json)).toEqual({ [path(1)]: [`[invalid]${path(1)}`], [path(2)]: [`[missing]${path(2)}`] })
    expect((await search({ groupId })).total).toBe(0)
  })

  test('a group that does not exist, or is no UUID, is refused', async () => {
    const unknown = randomUUID()
    const { json } = await demo.call('POST', '/api/group/member', { body: { members: { [unknown]: [] } } })
    expect(codesOf(json)).toEqual({ [`members['${unknown}']`]: [`[invalid]members['${unknown}']`] })
    const bad = await demo.call('POST', '/api/group/member', { body: { members: { crew: [] } } })
    expect(codesOf(bad.json)).toEqual({ 'members.crew': ['[invalidJSON]'] })
  })

  test('a member id that somebody else has is refused', async () => {
    const [member] = await add([{ userId: users[0] }])
    const body = { members: { [groupId]: [{ id: member!.id, userId: users[1] }] } }
    expect((await demo.call('POST', '/api/group/member', { body })).status).toBe(400)
    expect((await add([{ id: member!.id, userId: users[0] }]))[0]).toEqual(member)
  })
})

describe('replacing', () => {
  test('each group named gets exactly the members given, and others are left alone', async () => {
    await add(users.slice(0, 3).map((userId) => ({ userId })))
    const other = demo.world.groups.find(({ name }) => name === 'Customers')!.id
    const before = (await search({ groupId: other })).total
    const body = { members: { [groupId]: [{ userId: users[5] }] } }
    expect((await demo.call('PUT', '/api/group/member', { body })).status).toBe(200)
    expect((await search({ groupId })).members.map(({ userId }) => userId)).toEqual([users[5]])
    expect((await search({ groupId: other })).total).toBe(before)
  })

  test('a request that is refused leaves the members that were there', async () => {
    await add([{ userId: users[0] }])
    const body = { members: { [groupId]: [{ userId: randomUUID() }] } }
    expect((await demo.call('PUT', '/api/group/member', { body })).status).toBe(400)
    expect((await search({ groupId })).total).toBe(1)
  })

  test('a member may keep its id', async () => {
    const [member] = await add([{ userId: users[0] }])
    const body = { members: { [groupId]: [{ id: member!.id, userId: users[0] }] } }
    await demo.call('PUT', '/api/group/member', { body })
    expect((await search({ groupId })).members[0]!.id).toBe(member!.id)
  })
})

describe('removing', () => {
  async function left(): Promise<string[]> {
    return (await search({ groupId })).members.map(({ userId }) => userId)
  }

  test('each form removes what it names, with an empty answer', async () => {
    const all = await add(users.slice(0, 7).map((userId) => ({ userId })))
    const remove = async (path: string, body?: object): Promise<string[]> => {
      const { status, text } = await demo.call('DELETE', `/api/group/member${path}`, { body })
      expect([status, text]).toEqual([200, ''])
      return left()
    }
    expect(await remove(`/${all[0]!.id}`)).toEqual(users.slice(1, 7))
    expect(await remove(`?groupId=${groupId}&userId=${users[1]!}`)).toEqual(users.slice(2, 7))
    expect(await remove('', { memberIds: [all[2]!.id, randomUUID()] })).toEqual(users.slice(3, 7))
    expect(await remove('', { members: { [groupId]: [users[3], users[4]] } })).toEqual(users.slice(5, 7))
    expect(await remove(`?groupId=${groupId}`)).toEqual([])
  })

  test('what is not there is answered with 404', async () => {
    const paths = [`/${randomUUID()}`, `?groupId=${randomUUID()}`, `?groupId=${groupId}&userId=${users[0]!}`]
    for (const path of paths) {
      expect((await demo.call('DELETE', `/api/group/member${path}`)).status).toBe(404)
    }
    expect(
      (await demo.call('DELETE', '/api/group/member', { body: { memberIds: [randomUUID()] } })).status,
    ).toBe(404)
  })

  test('a request that names nothing is refused', async () => {
    const none = await demo.call('DELETE', '/api/group/member')
    expect(codesOf(none.json)).toEqual({ memberIds: ['[missing]memberIds'] })
    const half = await demo.call('DELETE', `/api/group/member?userId=${users[0]!}`)
    expect(codesOf(half.json)).toEqual({ groupId: ['[missing]groupId'] })
  })

  test('deleting a user ends all its memberships, deactivating does not', async () => {
    await add([{ userId: users[0] }])
    await demo.call('DELETE', `/api/user/${users[0]!}`)
    expect((await search({ userId: users[0] })).total).toBeGreaterThan(0)
    await demo.call('DELETE', `/api/user/${users[0]!}?hardDelete=true`)
    expect((await search({ userId: users[0] })).total).toBe(0)
    expect(await left()).toEqual([])
  })
})

describe('searching', () => {
  test('pages cover all members once, in each order', async () => {
    await add(users.slice(0, 11).map((userId) => ({ userId })))
    for (const orderBy of [undefined, 'userId ASC', 'insertInstant DESC', 'id, userId desc']) {
      const seen: string[] = []
      for (let startRow = 0; startRow < 12; startRow += 4) {
        const { members, total } = await search({ groupId, startRow, numberOfResults: 4, orderBy })
        expect(total).toBe(11)
        seen.push(...members.map(({ userId }) => userId))
      }
      expect([...seen].sort()).toEqual(users.slice(0, 11).sort())
      if (orderBy === 'userId ASC') expect(seen).toEqual([...seen].sort())
    }
  })

  test('GET and POST find the same', async () => {
    const customers = demo.world.groups.find(({ name }) => name === 'Customers')!.id
    const query = `groupId=${customers}&numberOfResults=3&startRow=2&orderBy=userId`
    const byUrl = await demo.call('GET', `/api/group/member/search?${query}`)
    expect(byUrl.json).toEqual(
      await search({ groupId: customers, numberOfResults: 3, startRow: 2, orderBy: 'userId' }),
    )
  })

  test('an unknown column, a negative page and an unknown criterion are refused', async () => {
    const codes = async (criteria: object): Promise<object> => {
      const answer = await demo.call('POST', '/api/group/member/search', { body: { search: criteria } })
      return codesOf(answer.json)
    }
    expect(await codes({ orderBy: 'name ASC' })).toEqual({ 'search.orderBy': ['[invalid]search.orderBy'] })
    expect(await codes({ startRow: -1 })).toEqual({ 'search.startRow': ['[invalid]search.startRow'] })
    expect(await codes({ nonsense: 1 })).toEqual({ 'search.nonsense': ['[invalidJSON]'] })
  })
})
