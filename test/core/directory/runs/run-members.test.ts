import { parse } from 'csv-parse/sync'
import { afterEach, expect, test } from 'vitest'
import type { MemberRunRow } from '../../../../electron/contract/models/directory-run.ts'
import { withoutWords } from '../../../../electron/contract/words.ts'
import { codeOf, useDirectoryStudio } from '../../../helpers/directory-studio.ts'

const directory = useDirectoryStudio(1500)
afterEach(() => directory().proxy.reset())

const body = `function populate(jwt, user, registration, context) {
  jwt.greeting = user.firstName ? '=' + user.firstName : 'stranger'
  if (registration) jwt.count = registration.roles.length
  jwt.sub = 'mine'
  if ((user.email ?? '').startsWith('a')) throw new Error('no')
}`

async function order(change: object = {}) {
  const group = await directory().group('Employees')
  const { applications } = await directory().api.groups.choices('dev')
  const portal = applications!.find(({ name }) => name === 'Customer Portal')!
  return {
    instance: 'dev',
    groupId: group.id,
    applicationId: portal.id,
    run: { type: 'JWTPopulate', body },
    ...change,
  }
}

async function allRows(jobId: string): Promise<MemberRunRow[]> {
  const rows: MemberRunRow[] = []
  for (;;) {
    const page = await directory().api.members.runRows(jobId, { startRow: rows.length, numberOfResults: 100 })
    rows.push(...page.rows)
    if (rows.length >= page.total) return rows
  }
}

test('every member has one row with what the lambda changed, as that person', async () => {
  const made = await order()
  const { jobId } = await directory().api.members.run(made)
  const page = await directory().api.members.finishRun(jobId)
  const memberIds = await directory().memberIds(made.groupId)
  const rows = await allRows(jobId)
  expect(page.state).toBe('done')
  expect(rows.map(({ userId }) => userId).sort()).toEqual([...memberIds].sort())
  const { tenantId } = await directory().group('Employees')
  const people = new Map((await directory().people(tenantId!)).map((person) => [person.id, person]))
  for (const { userId, user, outcome, changes, dropped, error } of rows) {
    const person = people.get(userId)!
    expect(user?.email ?? undefined).toBe(person.email)
    if (person.email?.startsWith('a')) {
      expect({ outcome, message: error?.message }).toEqual({ outcome: 'threw', message: 'no' })
      continue
    }
    const registered = person.registrations.find(({ applicationId }) => applicationId === made.applicationId)
    const count = changes.find(({ path }) => path === '/jwt/count')
    expect(count?.after).toBe(registered ? registered.roles.length : undefined)
    expect(dropped.map(({ path }) => path)).toEqual(['/jwt/sub'])
  }
  expect(page.outcomes.completed! + page.outcomes.threw!).toBe(memberIds.length)
  expect(page.paths[0]?.path).toBe('/jwt/greeting')
})

test('rows are selected by outcome, text and place, and handed out as a file', async () => {
  const { api } = directory()
  const { jobId } = await api.members.run(await order())
  await api.members.finishRun(jobId)
  const rows = await allRows(jobId)
  const threw = await api.members.runRows(jobId, { outcomes: ['threw'] })
  expect(threw.total).toBe(rows.filter(({ outcome }) => outcome === 'threw').length)
  const counted = await api.members.runRows(jobId, { path: '/jwt/count', dropped: true })
  expect(counted.total).toBe(
    rows.filter(({ changes }) => changes.some(({ path }) => path === '/jwt/count')).length,
  )
  const one = rows.find(({ user }) => user?.email)!
  const named = await api.members.runRows(jobId, { text: one.user!.email!.toUpperCase() })
  expect(named.rows).toEqual([one])
  const csv = await api.members.exportRun(jobId, { outcomes: ['completed'] }, 'csv')
  const records: Record<string, string>[] = parse(csv.content, { columns: true })
  expect(records).toHaveLength(rows.filter(({ outcome }) => outcome === 'completed').length)
  // A spreadsheet takes no value for a formula.
  expect(records.every((record) => !record['/jwt/greeting']!.startsWith('='))).toBe(true)
  const json = await api.members.exportRun(jobId, {}, 'json')
  expect(JSON.parse(json.content)).toEqual(JSON.parse(JSON.stringify({ rows }, withoutWords)))
})

test('masked rows and inputs hold nothing of the people, and a person has the same mask in both', async () => {
  const made = await order({ mask: true, maskSeed: 4 })
  const { jobId } = await directory().api.members.run(made)
  await directory().api.members.finishRun(jobId)
  const text = JSON.stringify(await allRows(jobId))
  const [memberId] = await directory().memberIds(made.groupId)
  const { summary } = await directory().api.users.read('dev', memberId!)
  const own = [memberId!, summary.email, summary.name].filter((value) => value !== null)
  expect(own.filter((value) => text.includes(value))).toEqual([])
  const { input, name } = await directory().api.users.input('dev', {
    userId: memberId!,
    applicationId: made.applicationId,
    type: 'JWTPopulate',
    mask: true,
    maskSeed: 4,
  })
  expect(own.filter((value) => (JSON.stringify(input) + name).includes(value))).toEqual([])
  expect(text).toContain((input['user'] as { id: string }).id)
})

test('an input of a person runs as it is, with effective roles', async () => {
  const admins = await directory().group('Company Admins')
  const { tenantId } = admins
  const person = (await directory().people(tenantId!)).find(
    ({ memberships, registrations }) =>
      memberships.some(({ groupId }) => groupId === admins.id) && registrations.length > 0,
  )!
  const { applicationId } = person.registrations[0]!
  const request = { userId: person.id, applicationId, type: 'JWTPopulate' }
  const { input } = await directory().api.users.input('dev', request)
  const roles = (input['registration'] as { roles: string[] }).roles
  const detail = await directory().api.users.read('dev', person.id)
  const effective = detail.applications.find((each) => each.applicationId === applicationId)!
  expect(roles).toEqual(effective.roles.map(({ name }) => name))
  expect(input['jwt']).toMatchObject({ sub: person.id, roles, applicationId, tid: tenantId })
  const report = await directory().api.runs.run({ type: 'JWTPopulate', body, input })
  expect(['completed', 'threw']).toContain(report.outcome)
})

test('a body that the checks refuse is refused for every member, with its problems told once', async () => {
  const made = await order({ run: { type: 'JWTPopulate', body: 'function populate( {' } })
  const { jobId } = await directory().api.members.run(made)
  const page = await directory().api.members.finishRun(jobId)
  expect(page.outcomes).toEqual({ refused: (await directory().memberIds(made.groupId)).length })
  expect(page.problems[0]?.severity).toBe('error')
})

test('a cancel keeps the rows so far, and a failure of the instance is told', async () => {
  const { api, proxy } = directory()
  const group = await directory().group('Customers')
  const made = await order({ groupId: group.id, run: { type: 'JWTPopulate', body: slow } })
  const cancelled = await api.members.run(made)
  await new Promise((resolve) => setTimeout(resolve, 600))
  await api.jobs.cancel(cancelled.jobId)
  const page = await api.members.finishRun(cancelled.jobId)
  expect(page.state).toBe('cancelled')
  expect(page.total).toBeLessThan((await directory().memberIds(group.id)).length)
  proxy.fault = ({ path, body: asked }) =>
    path === '/api/group/member/search' && !asked.includes('"startRow":0')
      ? { kind: 'answer', status: 403 }
      : undefined
  const failed = await api.members.run({ ...made, run: { type: 'JWTPopulate', body } })
  const left = await api.members.finishRun(failed.jobId)
  expect(left).toMatchObject({ state: 'failed', error: { code: 'instance-answered-403' } })
  expect(left.total).toBe(500)
})

const slow = `function populate(jwt) {
  const end = Date.now() + 20
  for (let n = 0; n < 3e6; n++) jwt.n = n
  if (end < 0) jwt.end = end
}`

test('a cancel while members are read is a cancel, too', async () => {
  const { api, proxy } = directory()
  const made = await order()
  const { promise: asked, resolve } = Promise.withResolvers<undefined>()
  proxy.fault = ({ path }) => {
    if (path !== '/api/user/search') return undefined
    resolve(undefined)
    return { kind: 'slow', ms: 300 }
  }
  const { jobId } = await api.members.run(made)
  await asked
  await api.jobs.cancel(jobId)
  expect(await api.members.finishRun(jobId)).toMatchObject({ state: 'cancelled', total: 0, error: null })
})

test('an application that is not there is told before anything runs', async () => {
  const made = await order({ applicationId: 'c0ffee00-0000-4000-8000-000000000001' })
  const code = await codeOf(directory().api.members.run(made))
  expect(code).toBe('application-not-found')
})
