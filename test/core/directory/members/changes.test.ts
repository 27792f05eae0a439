import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { codeOf, endingsOf, useDirectoryStudio } from '../../../helpers/directory-studio.ts'

const directory = useDirectoryStudio(400)
afterEach(() => directory().proxy.reset())

const entriesOf = (users: readonly string[]) => users.map((user) => ({ user }))

async function freshGroup(members: readonly string[] = []) {
  const { api } = directory()
  const source = await directory().group('Newsletter')
  const group = await api.groups.create('dev', {
    name: `Group ${randomUUID()}`,
    tenantId: source.tenantId!,
  })
  if (members.length > 0) {
    await directory().ask('POST', '/api/group/member', {
      members: { [group.id]: members.map((userId) => ({ userId })) },
    })
  }
  return group
}

const strangers = async (count: number) => directory().strangers(await directory().group('Newsletter'), count)

describe('adding', () => {
  test('users become members by id and by e-mail, with data and ids', async () => {
    const group = await freshGroup()
    const [first, second] = await strangers(2)
    const { user } = await directory().ask<{ user: { email: string } }>('GET', `/api/user/${second!}`)
    const id = randomUUID()
    const page = await directory().finished(
      directory().api.members.add({
        instance: 'dev',
        groupId: group.id,
        entries: [
          { user: first!.toUpperCase(), id, data: { since: 2024 } },
          { user: ` ${user.email.toUpperCase()} ` },
        ],
      }),
    )
    expect(endingsOf(page)).toEqual({ done: 2 })
    expect(page.results[0]).toMatchObject({ memberId: id, userId: first, line: 1 })
    const { members, total } = await directory().api.members.list('dev', { groupId: group.id })
    expect(total).toBe(2)
    expect(members.find(({ userId }) => userId === first)).toMatchObject({ id, data: { since: 2024 } })
    expect(members.find(({ userId }) => userId === second)?.user?.email).toBe(user.email)
  })

  describe('by e-mail', () => {
    /** The demo has the database search engine; an index with fields answers like this. */
    async function answerAsIndex(group: { tenantId: string | null }, unknown: ReadonlySet<string>) {
      const people = await directory().people(group.tenantId!)
      directory().proxy.fault = ({ path, body }) => {
        if (path !== '/api/user/search' || !body.includes('email:')) return undefined
        const { search } = JSON.parse(body) as { search: { queryString: string } }
        const asked = new Set([...search.queryString.matchAll(/email:"([^"]+)"/g)].map(([, email]) => email))
        const users = people.filter(({ id, email }) => asked.has(email?.toLowerCase()) && !unknown.has(id))
        return { kind: 'answer', status: 200, body: JSON.stringify({ users, total: users.length }) }
      }
    }

    const lookups = () => directory().proxy.requests.filter(({ path }) => path.startsWith('/api/user?email='))

    async function strangersWithEmail(count: number) {
      const group = await freshGroup()
      const people = await directory().people(group.tenantId!)
      const chosen = people.filter(({ email }) => email !== undefined).slice(0, count)
      return { group, chosen, entries: chosen.map(({ email }) => ({ user: email! })) }
    }

    test('many users are found by few searches, and those the index does not know by themselves', async () => {
      const { group, chosen, entries } = await strangersWithEmail(230)
      const late = new Set([chosen[3]!.id, chosen[140]!.id])
      await answerAsIndex(group, late)
      const page = await directory().finished(
        directory().api.members.add({
          instance: 'dev',
          groupId: group.id,
          entries: [...entries, { user: 'nobody@nowhere.example' }],
        }),
      )
      expect(endingsOf(page)).toEqual({ done: 230, 'failed user-not-found': 1 })
      expect(page.results.map(({ userId }) => userId)).toEqual([...chosen.map(({ id }) => id), null])
      expect(lookups()).toHaveLength(3)
      expect([...(await directory().memberIds(group.id))].sort()).toEqual(chosen.map(({ id }) => id).sort())
    })

    test('a search engine that knows no fields is asked once, and everybody looked up', async () => {
      const { group, entries } = await strangersWithEmail(230)
      directory().proxy.reset()
      const page = await directory().finished(
        directory().api.members.add({ instance: 'dev', groupId: group.id, entries }),
      )
      expect(endingsOf(page)).toEqual({ done: 230 })
      expect(lookups()).toHaveLength(230)
      expect(directory().proxy.requests.filter(({ body }) => body.includes('email:'))).toHaveLength(1)
    })

    test('the index being away keeps nobody from being added', async () => {
      const { group, entries } = await strangersWithEmail(5)
      directory().proxy.fault = ({ path, body }) =>
        path === '/api/user/search' && body.includes('email:')
          ? { kind: 'answer', status: 503, headers: { 'Retry-After': '0' }, body: '{}' }
          : undefined
      const page = await directory().finished(
        directory().api.members.add({ instance: 'dev', groupId: group.id, entries }),
      )
      expect(endingsOf(page)).toEqual({ done: 5 })
    })
  })

  test('each entry that cannot be added says why, and the others are added', async () => {
    const [member, fresh] = await strangers(2)
    const group = await freshGroup([member!])
    const partner = await directory().group('Auditors')
    const [foreign] = await directory().memberIds(partner.id)
    const page = await directory().finished(
      directory().api.members.add({
        instance: 'dev',
        groupId: group.id,
        entries: [
          { user: fresh! },
          { user: fresh! },
          { user: member! },
          { user: 'no id' },
          { user: randomUUID() },
          { user: 'nobody@nowhere.example' },
          { user: foreign! },
          { user: randomUUID(), data: ['a'] },
          { user: randomUUID(), id: 'x' },
        ],
      }),
    )
    expect(page.results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['done', null],
      ['skipped', 'duplicate'],
      ['skipped', 'already-member'],
      ['failed', 'not-an-id'],
      ['failed', 'user-not-found'],
      ['failed', 'user-not-found'],
      ['failed', 'user-not-found'],
      ['failed', 'data-not-object'],
      ['failed', 'member-id-not-uuid'],
    ])
    expect(page.totals).toEqual({ done: 1, skipped: 2, failed: 6 })
    expect(page.state).toBe('done')
  })

  test('a member id that is taken fails alone', async () => {
    const users = await strangers(20)
    const other = await freshGroup([users[0]!])
    const [taken] = (await directory().api.members.list('dev', { groupId: other.id })).members
    const group = await freshGroup()
    const entries = users.map((user, at) => (at === 7 ? { user, id: taken!.id } : { user }))
    const page = await directory().finished(
      directory().api.members.add({ instance: 'dev', groupId: group.id, entries }),
    )
    expect(page.results.filter(({ outcome }) => outcome !== 'done').map(({ row }) => row)).toEqual([7])
    expect(await directory().memberIds(group.id)).toHaveLength(19)
  })

  test('users who are not there fail alone in a long list, whose users are not looked up first', async () => {
    const users = await strangers(60)
    const group = await freshGroup(users.slice(0, 3))
    const unknown = Array.from({ length: 500 }, () => randomUUID())
    const page = await directory().finished(
      directory().api.members.add({
        instance: 'dev',
        groupId: group.id,
        entries: entriesOf([...unknown, ...users]),
      }),
    )
    const { totals } = page
    expect(totals).toEqual({ done: 57, skipped: 3, failed: 500 })
    expect(endingsOf(page)).toEqual({ 'failed user-not-found': 500 })
    expect((await directory().memberIds(group.id)).sort()).toEqual([...users].sort())
  })

  test('a key of another tenant does not see the group', async () => {
    await directory().addInstance('tenant', 'tenant')
    const { api } = directory()
    const groups = await Promise.all(['Auditors', 'Support'].map((name) => directory().group(name)))
    const entries = entriesOf(await strangers(1))
    const codes = await Promise.all(
      groups.map(({ id }) => codeOf(api.members.add({ instance: 'tenant', groupId: id, entries }))),
    )
    expect(codes.sort()).toEqual(['group-not-found', 'no error'])
  })

  test('a lost answer is looked after, and what was done is told as done', async () => {
    const users = await strangers(5)
    const group = await freshGroup()
    directory().proxy.fault = ({ method, path }) =>
      method === 'POST' && path === '/api/group/member' ? { kind: 'lose-answer' } : undefined
    const page = await directory().finished(
      directory().api.members.add({ instance: 'dev', groupId: group.id, entries: entriesOf(users) }),
    )
    expect(endingsOf(page)).toEqual({ done: 5 })
    expect(await directory().memberIds(group.id)).toHaveLength(5)
  })

  test('a group that is deleted meanwhile stops the job, and nobody is told to be a member', async () => {
    const users = await strangers(10)
    const group = await freshGroup()
    let deleted = false
    directory().proxy.before = async ({ method, path }) => {
      if (deleted || method !== 'POST' || path !== '/api/group/member') return
      deleted = true
      await directory().ask('DELETE', `/api/group/${group.id}`)
    }
    const page = await directory().finished(
      directory().api.members.add({ instance: 'dev', groupId: group.id, entries: entriesOf(users) }),
    )
    expect(endingsOf(page)).toEqual({ 'failed group-not-found': 10 })
    expect(page).toMatchObject({ state: 'failed', error: { code: 'group-not-found' } })
  })

  test('a key that may not is told once, and the rest is not tried', async () => {
    const users = await strangers(3)
    const group = await freshGroup()
    await directory().addInstance('reader', 'read-only')
    const page = await directory().finished(
      directory().api.members.add({ instance: 'reader', groupId: group.id, entries: entriesOf(users) }),
    )
    expect(endingsOf(page)).toEqual({ 'failed key-refused': 3 })
    expect(page.error?.code).toBe('key-refused')
    expect(await directory().memberIds(group.id)).toHaveLength(0)
  })

  test('an instance that is not available says so for each', async () => {
    const users = await strangers(3)
    const group = await freshGroup()
    directory().proxy.fault = ({ method, path }) =>
      method === 'POST' && path === '/api/group/member'
        ? { kind: 'answer', status: 503, headers: { 'Retry-After': '0' } }
        : undefined
    const page = await directory().finished(
      directory().api.members.add({ instance: 'dev', groupId: group.id, entries: entriesOf(users) }),
    )
    expect(endingsOf(page)).toEqual({ 'failed instance-answered-503': 3 })
    expect(await directory().memberIds(group.id)).toHaveLength(0)
  })

  test('a cancelled job tells exactly who became a member', async () => {
    const { api, proxy } = directory()
    const users = await strangers(60)
    const entries = [...entriesOf(users), ...Array.from({ length: 3000 }, () => ({ user: randomUUID() }))]
    const group = await freshGroup()
    proxy.delayMs = 30
    const { jobId } = await api.members.add({ instance: 'dev', groupId: group.id, entries })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await api.jobs.cancel(jobId)).toBe(true)
    await api.members.finish(jobId)
    proxy.reset()
    const done = await api.members.results(jobId, { outcome: 'done', numberOfResults: 500 })
    expect(done.state).toBe('cancelled')
    expect(done.totals.skipped).toBeGreaterThan(0)
    expect(done.results.map(({ userId }) => userId).sort()).toEqual(
      (await directory().memberIds(group.id)).sort(),
    )
    const { done: added, skipped, failed } = done.totals
    expect(added + skipped + failed).toBe(entries.length)
  })
})

describe('removing', () => {
  const requests = () =>
    directory()
      .proxy.requests.filter(({ method }) => method === 'DELETE')
      .map(({ path, body }) => [
        path.replaceAll(/[0-9a-f-]{36}/g, 'id'),
        Object.keys(JSON.parse(body || '{}') as object),
      ])

  test('one member goes by member id, several by one request with their ids', async () => {
    const group = await freshGroup(await strangers(4))
    const { members } = await directory().api.members.list('dev', { groupId: group.id })
    const order = { instance: 'dev', groupId: group.id }
    const one = await directory().finished(
      directory().api.members.remove({
        ...order,
        choice: { kind: 'members', members: [{ id: members[0]!.id }] },
      }),
    )
    const rest = members.slice(1).map(({ id, userId }) => ({ id, userId }))
    const many = await directory().finished(
      directory().api.members.remove({ ...order, choice: { kind: 'members', members: rest } }),
    )
    expect([endingsOf(one), endingsOf(many)]).toEqual([{ done: 1 }, { done: 3 }])
    expect(requests()).toEqual([
      ['/api/group/member/id', []],
      ['/api/group/member', ['memberIds']],
    ])
    expect(await directory().memberIds(group.id)).toEqual([])
  })

  test('one user goes by group and user, several by one request; others are told not to be members', async () => {
    const users = await strangers(5)
    const group = await freshGroup(users.slice(0, 4))
    const order = { instance: 'dev', groupId: group.id }
    const one = await directory().finished(
      directory().api.members.remove({
        ...order,
        choice: { kind: 'users', entries: entriesOf(users.slice(0, 1)) },
      }),
    )
    const many = await directory().finished(
      directory().api.members.remove({ ...order, choice: { kind: 'users', entries: entriesOf(users) } }),
    )
    expect(endingsOf(one)).toEqual({ done: 1 })
    expect(endingsOf(many)).toEqual({ done: 3, 'skipped not-a-member': 2 })
    expect(requests()).toEqual([
      ['/api/group/member?groupId=id&userId=id', []],
      ['/api/group/member', ['members']],
    ])
  })

  test('all members go by one request', async () => {
    const group = await freshGroup(await strangers(3))
    const page = await directory().finished(
      directory().api.members.remove({ instance: 'dev', groupId: group.id, choice: { kind: 'all' } }),
    )
    expect(page.results).toMatchObject([{ outcome: 'done', message: 'All 3 members were removed.' }])
    expect(requests()).toEqual([['/api/group/member?groupId=id', []]])
    expect(await directory().memberIds(group.id)).toEqual([])
  })

  test('a member id of another group removes nobody', async () => {
    const [user] = await strangers(1)
    const [group, other] = [await freshGroup(), await freshGroup([user!])]
    const { members } = await directory().api.members.list('dev', { groupId: other.id })
    const page = await directory().finished(
      directory().api.members.remove({
        instance: 'dev',
        groupId: group.id,
        choice: { kind: 'members', members: members.map(({ id }) => ({ id })) },
      }),
    )
    expect(endingsOf(page)).toEqual({ 'skipped not-a-member': 1 })
    expect(await directory().memberIds(other.id)).toEqual([user])
  })
})

describe('replacing', () => {
  async function plan(groupId: string, users: readonly string[]) {
    return directory().api.members.planReplacement({ instance: 'dev', groupId, entries: entriesOf(users) })
  }

  test('the difference is carried out and memberships that stay are not touched', async () => {
    const users = await strangers(6)
    const group = await freshGroup(users.slice(0, 4))
    const before = (await directory().api.members.list('dev', { groupId: group.id })).members
    const wanted = users.slice(2)
    const difference = await plan(group.id, wanted)
    expect(difference).toMatchObject({ kept: 2, changed: [], faults: [] })
    expect(difference.added.map(({ userId }) => userId)).toEqual(users.slice(4))
    expect(difference.removed.map(({ userId }) => userId).sort()).toEqual(users.slice(0, 2).sort())
    const page = await directory().finished(
      directory().api.members.replace({
        instance: 'dev',
        groupId: group.id,
        entries: entriesOf(wanted),
        seen: difference.seen,
      }),
    )
    expect(endingsOf(page)).toEqual({ 'skipped already-member': 2, done: 4 })
    const after = (await directory().api.members.list('dev', { groupId: group.id })).members
    expect(after.map(({ userId }) => userId).sort()).toEqual([...wanted].sort())
    const kept = before.filter(({ userId }) => wanted.includes(userId))
    expect(after).toEqual(expect.arrayContaining(kept))
  })

  test('other data for a member leaves the id of the membership', async () => {
    const users = await strangers(3)
    const group = await freshGroup(users)
    const before = (await directory().api.members.list('dev', { groupId: group.id })).members
    const entries = users.map((user, at) => (at === 0 ? { user, data: { desk: 4 } } : { user }))
    const order = { instance: 'dev', groupId: group.id, entries }
    const { changed, seen } = await directory().api.members.planReplacement(order)
    expect(changed).toMatchObject([{ userId: users[0] }])
    const page = await directory().finished(directory().api.members.replace({ ...order, seen }))
    expect(page.results[0]).toMatchObject({ action: 'change', outcome: 'done' })
    const after = (await directory().api.members.list('dev', { groupId: group.id })).members
    const idOf = (list: typeof after) => list.find(({ userId }) => userId === users[0])
    expect(idOf(after)).toMatchObject({ id: idOf(before)!.id, data: { desk: 4 } })
  })

  /** A group of which the first member is to get other data, ordered. */
  async function dataChange() {
    const users = await strangers(3)
    const group = await freshGroup(users)
    const entries = users.map((user, at) => (at === 0 ? { user, data: { desk: 4 } } : { user }))
    const order = { instance: 'dev', groupId: group.id, entries }
    const { seen } = await directory().api.members.planReplacement(order)
    const membersNow = async () => (await directory().api.members.list('dev', { groupId: group.id })).members
    const before = await membersNow()
    return { users, group, order: { ...order, seen }, before, membersNow }
  }

  test('a job that is cancelled while a member is changed leaves that member in the group', async () => {
    const { api, proxy } = directory()
    const { users, order, before, membersNow } = await dataChange()
    const started = Promise.withResolvers<string>()
    proxy.before = async ({ method }) => {
      if (method === 'DELETE') await api.jobs.cancel(await started.promise)
    }
    const { jobId } = await api.members.replace(order)
    started.resolve(jobId)
    await api.members.finish(jobId)
    const { state, results } = await api.members.results(jobId, {})
    expect([state, results[0]?.outcome]).toEqual(['cancelled', 'done'])
    const after = await membersNow()
    expect(after.map(({ userId }) => userId).sort()).toEqual([...users].sort())
    const idOf = (list: typeof after) => list.find(({ userId }) => userId === users[0])
    expect(idOf(after)).toMatchObject({ id: idOf(before)?.id, data: { desk: 4 } })
  })

  test('a member whose change is refused keeps the membership of before', async () => {
    const { proxy } = directory()
    const { users, order, before, membersNow } = await dataChange()
    proxy.fault = ({ method, path, body }) =>
      method === 'POST' && path === '/api/group/member' && body.includes('desk')
        ? { kind: 'answer', status: 400, body: '{"generalErrors":[{"code":"[no]","message":"No desks."}]}' }
        : undefined
    const page = await directory().finished(directory().api.members.replace(order))
    expect(page.results[0]).toMatchObject({
      userId: users[0],
      outcome: 'failed',
      code: 'instance-answered-400',
      message: expect.stringContaining('No desks.') as unknown,
    })
    expect(await membersNow()).toMatchObject(
      expect.arrayContaining(
        before.map(({ id, data }) => expect.objectContaining({ id, data }) as object),
      ) as object,
    )
  })

  test('the whole membership is compared also where the server gives few members at once', async () => {
    const users = await strangers(25)
    const group = await freshGroup(users)
    const { members } = await directory().ask<{ members: object[] }>('POST', '/api/group/member/search', {
      search: { groupId: group.id, numberOfResults: 500, orderBy: 'insertInstant ASC, id ASC' },
    })
    directory().proxy.fault = ({ path, body }) => {
      if (path !== '/api/group/member/search') return undefined
      const { search } = JSON.parse(body) as { search: { startRow: number; numberOfResults: number } }
      const end = search.startRow + Math.min(10, search.numberOfResults)
      const some = members.slice(search.startRow, end)
      return { kind: 'answer', status: 200, body: JSON.stringify({ members: some, total: members.length }) }
    }
    expect(await plan(group.id, users)).toMatchObject({ added: [], removed: [], kept: 25 })
  })

  test('an empty list empties the group by replacing it', async () => {
    const group = await freshGroup(await strangers(3))
    const { seen } = await plan(group.id, [])
    const page = await directory().finished(
      directory().api.members.replace({ instance: 'dev', groupId: group.id, entries: [], seen }),
    )
    expect(endingsOf(page)).toEqual({ done: 3 })
    expect(directory().proxy.requests.some(({ method }) => method === 'PUT')).toBe(true)
    expect(await directory().memberIds(group.id)).toEqual([])
  })

  test('a membership that was changed since it was seen is a conflict, and nothing is written', async () => {
    const users = await strangers(4)
    const group = await freshGroup(users.slice(0, 2))
    const { seen } = await plan(group.id, users.slice(2))
    await directory().ask('POST', '/api/group/member', { members: { [group.id]: [{ userId: users[3] }] } })
    const page = await directory().finished(
      directory().api.members.replace({
        instance: 'dev',
        groupId: group.id,
        entries: entriesOf(users.slice(2)),
        seen,
      }),
    )
    expect(page).toMatchObject({ state: 'failed', error: { code: 'conflict-members-changed' } })
    expect(await directory().memberIds(group.id)).toHaveLength(3)
  })

  test('a line that cannot be used keeps the replacement from being made, unless it is left out', async () => {
    const users = await strangers(2)
    const group = await freshGroup(users)
    const order = {
      instance: 'dev',
      groupId: group.id,
      entries: [{ user: users[0]! }, { user: 'who is this' }],
    }
    const { seen, faults } = await directory().api.members.planReplacement(order)
    expect(faults).toMatchObject([{ line: 2, code: 'not-an-id' }])
    const refused = await directory().finished(directory().api.members.replace({ ...order, seen }))
    expect(refused.error?.code).toBe('entries-unusable')
    const page = await directory().finished(
      directory().api.members.replace({ ...order, seen, leaveOutFaults: true }),
    )
    expect(endingsOf(page)).toEqual({ 'skipped already-member': 1, 'failed not-an-id': 1, done: 1 })
    expect(await directory().memberIds(group.id)).toEqual([users[0]])
  })
})
