import { beforeAll, describe, expect, test } from 'vitest'
import type { TestDemo } from '../../helpers/demo.ts'
import { codesOf, testDemo, type TestAnswer } from '../../helpers/demo.ts'

let demo: TestDemo
let groupId: string

beforeAll(async () => {
  demo = await testDemo(10)
  const data = { list: Array.from({ length: 300_000 }, () => 0) }
  const tenant = demo.tenantId('Default')
  const { json } = await demo.call('POST', '/api/group', { body: { group: { name: 'Large', data } }, tenant })
  groupId = (json as { group: { id: string } }).group.id
})

const post = (path: string, body: object): Promise<TestAnswer> =>
  demo.call('POST', path, { body, tenant: demo.tenantId('Default') })

const many = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

/** Each of these is short for the time or the memory that it could cost. */
describe('bodies that are made to be costly', () => {
  test('half a million values of a wrong type are told in part', async () => {
    const { status, json } = await post('/api/group', { group: { name: 'x' }, roleIds: many(500_000, 1) })
    expect([status, Object.keys(codesOf(json)).length]).toEqual([400, 100])
  })

  test('a hundred thousand unknown ids in one field are told', async () => {
    const id = '00000000-0000-0000-0000-000000000000'
    const { status, json } = await post('/api/group', { group: { name: 'x' }, roleIds: many(100_000, id) })
    expect([status, codesOf(json)['roleIds']!.length]).toEqual([400, 100_000])
  })

  test('a hundred thousand unknown properties are told in part', async () => {
    const lambda = Object.fromEntries(many(100_000, 0).map((_, index) => [`p${index}`, index]))
    const { status, json } = await post('/api/lambda', { lambda })
    expect([status, Object.keys(codesOf(json)).length]).toEqual([400, 100])
  })

  test('a million values are refused', async () => {
    const { status, json } = await post('/api/group', { group: { data: { list: many(1_000_000, 0) } } })
    expect([status, codesOf(json)]).toEqual([413, { general: ['[RequestBodyTooLarge]'] }])
  })

  test('a hundred thousand columns to sort by are refused', async () => {
    const orderBy = many(100_000, 'engineType').join()
    const { json } = await post('/api/lambda/search', { search: { orderBy } })
    expect(codesOf(json)).toEqual({ 'search.orderBy': ['[invalid]search.orderBy'] })
    const sortFields = many(100_000, { name: 'tenantId' })
    expect((await post('/api/user/search', { search: { sortFields } })).status).toBe(400)
  })

  test('more ids than a page holds are refused', async () => {
    const ids = many(10_001, '00000000-0000-0000-0000-000000000000')
    const { json } = await post('/api/user/search', { search: { ids } })
    expect(codesOf(json)).toEqual({ 'search.ids': ['[invalid]search.ids'] })
  })

  test('thousands of insertions at the head of a long list are refused', async () => {
    const body = many(10_000, { op: 'add', path: '/group/data/list/0', value: 1 })
    const type = 'application/json-patch+json'
    const { status, json } = await demo.call('PATCH', `/api/group/${groupId}`, { body, type })
    expect([status, codesOf(json)]).toEqual([400, { general: ['[invalidPatch]'] }])
    const few = await demo.call('PATCH', `/api/group/${groupId}`, { body: body.slice(0, 50), type })
    expect(few.status).toBe(200)
  })

  test('patches cannot let an object grow without end', async () => {
    const type = 'application/json-patch+json'
    const body = [{ op: 'copy', from: '/group/data/list', path: '/group/data/again' }]
    const statuses: number[] = []
    for (let round = 0; round < 3; round += 1) {
      const patch = body.map((operation) => ({ ...operation, path: `${operation.path}${round}` }))
      statuses.push((await demo.call('PATCH', `/api/group/${groupId}`, { body: patch, type })).status)
    }
    expect(statuses.at(-1)).toBe(413)
  })
})
