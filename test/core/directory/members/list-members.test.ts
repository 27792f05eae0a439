import { afterEach, expect, test } from 'vitest'
import { endingsOf, useDirectoryStudio } from '../../../helpers/directory-studio.ts'

const directory = useDirectoryStudio(200)
afterEach(() => directory().proxy.reset())

const searchIsAway = ({ path }: { path: string }) =>
  path.startsWith('/api/user/search')
    ? { kind: 'answer' as const, status: 503, headers: { 'Retry-After': '0' }, body: '{}' }
    : undefined

test.each([
  [503, 'instance-answered-503'],
  [401, 'key-refused'],
])('members are listed by their ids where the users are answered with %i', async (status, code) => {
  const { id: groupId } = await directory().group('Support')
  const whole = await directory().api.members.list('dev', { groupId })
  expect(whole.usersUnread).toBeNull()
  directory().proxy.fault = ({ path }) =>
    path.startsWith('/api/user')
      ? { kind: 'answer', status, headers: { 'Retry-After': '0' }, body: '{}' }
      : undefined
  const page = await directory().api.members.list('dev', { groupId })
  expect(page.usersUnread?.code).toBe(code)
  expect(page.members).toEqual(whole.members.map((member) => ({ ...member, user: null })))
})

test('members are listed with their names while the search of users is away', async () => {
  const { id: groupId } = await directory().group('Support')
  const whole = await directory().api.members.list('dev', { groupId })
  directory().proxy.fault = searchIsAway
  expect(await directory().api.members.list('dev', { groupId })).toEqual(whole)
})

test('a search among few members does without the search of users', async () => {
  const { id: groupId } = await directory().group('Support')
  const query = { groupId, text: 'a' }
  const whole = await directory().api.members.search('dev', query)
  expect(whole.members.length).toBeGreaterThan(0)
  directory().proxy.fault = searchIsAway
  expect(await directory().api.members.search('dev', query)).toEqual(whole)
})

test('members are added and removed by their ids while the search of users is away', async () => {
  const group = await directory().group('Support')
  const [stranger] = await directory().strangers(group, 1)
  directory().proxy.fault = searchIsAway
  const order = { instance: 'dev', groupId: group.id }
  const entries = [{ user: stranger! }]
  expect(endingsOf(await directory().finished(directory().api.members.add({ ...order, entries })))).toEqual({
    done: 1,
  })
  const { members } = await directory().api.members.list('dev', { groupId: group.id })
  const { id, userId } = members.find((member) => member.userId === stranger)!
  const choice = { kind: 'members' as const, members: [{ id, userId }] }
  expect(endingsOf(await directory().finished(directory().api.members.remove({ ...order, choice })))).toEqual(
    {
      done: 1,
    },
  )
})
