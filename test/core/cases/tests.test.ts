import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestSelection } from '../../../electron/contract/models/test.ts'
import { openWorkspace, type WorkspaceStudio } from '../../helpers/workspace-studio.ts'

let studio: WorkspaceStudio

const body = `function populate(jwt, user, registration) {
  if (user.active) {
    jwt.roles = registration.roles
  } else {
    jwt.roles = []
  }
  const plan = () => user.data.plan
  jwt.plan = user.data ? plan() : 'free'
}
`

beforeEach(async () => {
  studio = await openWorkspace()
  await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'a', body })
  await studio.api.lambdas.create({
    type: 'JWTPopulate',
    name: 'b',
    body: 'function populate(jwt) { jwt.b = 1 }\n',
  })
})
afterEach(() => studio.close())

const addCase = (slug: string, name: string, content: object) =>
  studio.put(`lambdas/${slug}/cases/${name}.json`, content)

async function testWith(selection: TestSelection = {}) {
  const { jobId } = await studio.api.tests.start(selection)
  return studio.api.tests.finish(jobId)
}

const registration = { roles: ['x'] }
const passing = {
  input: { jwt: {}, user: { active: true }, registration },
  expect: { arguments: { jwt: { roles: ['x'] } } },
}
const failing = {
  input: { jwt: {}, user: {}, registration },
  expect: { arguments: { jwt: { roles: ['x'] } } },
}
const example = { input: { jwt: {}, user: {} } }

test('every case with an expectation is run, and the others are told as skipped', async () => {
  await addCase('a', 'passing', passing)
  await addCase('a', 'failing', failing)
  await addCase('b', 'example', example)
  const { totals, results, state } = await testWith()
  expect([state, totals]).toEqual(['done', { passed: 1, failed: 1, skipped: 1 }])
  expect(results.find((each) => each.case === 'failing')?.failures).toMatchObject([
    { path: '/jwt/roles', expected: ['x'], actual: [] },
  ])
})

test('results are told once each, and a report can be asked for', async () => {
  await addCase('a', 'passing', passing)
  await addCase('a', 'failing', failing)
  const { jobId } = await testWith()
  const told = studio.events
    .filter(({ event }) => event === 'tests.results')
    .flatMap(({ payload }) => (payload as { results: { case: string }[] }).results.map((each) => each.case))
  expect(told.toSorted()).toEqual(['failing', 'passing'])
  const last = studio.events.findLast(({ event }) => event === 'jobs.changed')?.payload
  expect(last).toMatchObject({ id: jobId, state: 'done', done: 2, total: 2 })
  expect((await studio.api.tests.report(jobId, 'a', 'failing'))?.report?.arguments).toMatchObject({
    jwt: { roles: [] },
  })
})

test('results stand in the order of lambdas and cases, whichever ended first', async () => {
  await studio.api.lambdas.create({
    type: 'JWTPopulate',
    name: 'slow',
    body: 'function populate(jwt, user) { for (let i = 0; i < user.steps; i++) jwt.i = i }\n',
  })
  await addCase('slow', 'a', { input: { jwt: {}, user: { steps: 30_000_000 } }, expect: {} })
  await addCase('slow', 'b', { input: { jwt: {}, user: { steps: 1 } }, expect: {} })
  await addCase('b', 'example', example)
  await addCase('a', 'passing', passing)
  const { results } = await testWith()
  expect(results.map((each) => `${each.lambda} ${each.case}`)).toEqual([
    'a passing',
    'b example',
    'slow a',
    'slow b',
  ])
})

test('only what failed before is run again when asked', async () => {
  await addCase('a', 'passing', passing)
  await addCase('a', 'failing', failing)
  await testWith()
  await addCase('a', 'failing', passing)
  expect((await testWith({ failed: true })).results.map((each) => [each.case, each.status])).toEqual([
    ['failing', 'passed'],
  ])
})

test('the first failure ends the test when asked', async () => {
  for (let at = 0; at < 60; at++) await addCase('a', `case-${at}`, failing)
  const { totals } = await testWith({ bail: true })
  expect(totals).toEqual({ passed: 0, failed: 1, skipped: 59 })
})

test('a test that is cancelled keeps what it has and skips the rest', async () => {
  await studio.api.lambdas.create({
    type: 'JWTPopulate',
    name: 'slow',
    body: 'function populate() { for (;;) {} }\n',
  })
  for (let at = 0; at < 30; at++) await addCase('slow', `case-${at}`, { input: {}, expect: {} })
  const { jobId } = await studio.api.tests.start({})
  expect(await studio.api.jobs.cancel(jobId)).toBe(true)
  const { state, totals } = await studio.api.tests.finish(jobId)
  expect(state).toBe('cancelled')
  expect(totals.passed + totals.failed + totals.skipped).toBe(30)
  expect(totals.skipped).toBeGreaterThan(0)
  expect(await studio.api.jobs.cancel(jobId)).toBe(false)
})

test('files that cannot be read are told, and the rest is run', async () => {
  await addCase('a', 'passing', passing)
  await studio.put('lambdas/a/cases/broken.json', '{ "input": {}, }')
  await studio.put('lambdas/c/lambda.json', 'oops')
  await studio.put('lambdas/c/lambda.js', '')
  const { totals, problems } = await testWith()
  expect(totals).toEqual({ passed: 1, failed: 0, skipped: 0 })
  expect(problems.map(({ code, file }) => [code, file])).toEqual([
    ['not-json', 'lambdas/c/lambda.json'],
    ['not-json', 'lambdas/a/cases/broken.json'],
  ])
})

test('a lambda that cannot be read is told once, and its cases count as little as if they were not there', async () => {
  await addCase('a', 'passing', passing)
  await studio.put('lambdas/c/lambda.json', 'oops')
  await studio.put('lambdas/c/lambda.js', '')
  await addCase('c', 'passing', passing)
  await addCase('d', 'passing', passing)
  const { totals, results, problems } = await testWith()
  expect([totals, results.length]).toEqual([{ passed: 1, failed: 0, skipped: 0 }, 1])
  expect(problems.map(({ code, file }) => [code, file])).toEqual([
    ['not-json', 'lambdas/c/lambda.json'],
    ['settings-missing', 'lambdas/d/lambda.json'],
  ])
})

test.each(['what?', 'x'.repeat(121), '~'])('a case whose name cannot be used is told: %s', async (name) => {
  await addCase('a', 'passing', passing)
  await addCase('a', name, failing)
  await studio.put('lambdas/a/cases/.passing.json.swp', 'of another program')
  const { totals, problems } = await testWith()
  expect([totals.passed, problems.map(({ code, file }) => [code, file])]).toEqual([
    1,
    [['unusable-name', `lambdas/a/cases/${name}.json`]],
  ])
  expect((await studio.api.cases.list('a')).problems).toEqual(problems)
})

test('the last test is that of the workspace that is open', async () => {
  await addCase('a', 'failing', failing)
  const { jobId } = await testWith()
  const other = await openWorkspace()
  await studio.api.workspace.open(other.folder)
  expect(await studio.api.tests.read(null)).toBeNull()
  await studio.api.workspace.open(studio.folder)
  expect(await studio.api.tests.read(null)).toMatchObject({ jobId, totals: { failed: 1 } })
  other.close()
})

test('a lambda that is not there fails the test as a whole', async () => {
  expect(await testWith({ slugs: ['nobody'] })).toMatchObject({
    state: 'failed',
    error: { code: 'lambda-not-found' },
  })
})

test('a body that is refused fails its cases', async () => {
  await studio.put('lambdas/b/lambda.js', 'function populate(jwt) { jwt.a = await 1 }\n')
  await addCase('b', 'x', { input: { jwt: {} }, expect: { arguments: { jwt: {} } } })
  expect((await testWith()).results).toMatchObject([
    { status: 'failed', failures: [{ path: 'outcome', actual: 'refused' }] },
  ])
})

describe('coverage', () => {
  test('adds up what the cases ran of lines, branches and functions', async () => {
    await addCase('a', 'passing', passing)
    const [coverage] = (await testWith({ coverage: true })).coverage
    expect(coverage?.lines).toEqual(
      [
        { line: 1, count: 1 },
        { line: 2, count: 1 },
        { line: 3, count: 1 },
        { line: 4, count: 0 },
        { line: 5, count: 0 },
        { line: 7, count: 1 },
        { line: 8, count: 1 },
      ].filter(({ line }) => line !== 4 || coverage?.lines.some((each) => each.line === 4)),
    )
    expect(coverage?.functions).toEqual([
      { name: 'populate', line: 1, count: 1 },
      { name: '(anonymous)', line: 7, count: 0 },
    ])
    expect(coverage?.branches.map(({ line, count }) => [line, count])).toEqual([
      [2, 1],
      [4, 0],
      [8, 0],
      [8, 1],
    ])
  })

  test('keeps nobody waiting for a body of one long line', async () => {
    const long = `function populate(jwt) { jwt.all = [${'1, '.repeat(70_000)}1].length }`
    await studio.put('lambdas/b/lambda.js', long)
    await addCase('b', 'long', { input: { jwt: {} }, expect: { arguments: { jwt: { all: 70_001 } } } })
    const { totals, coverage } = await testWith({ coverage: true })
    expect([totals.passed, coverage[0]?.lines]).toEqual([1, [{ line: 1, count: 1 }]])
  })

  test('is whole once every branch was taken', async () => {
    await addCase('a', 'one', passing)
    await addCase('a', 'two', {
      input: { jwt: {}, user: { data: { plan: 'x' } } },
      expect: { arguments: { jwt: { plan: 'x' } } },
    })
    const [coverage] = (await testWith({ coverage: true })).coverage
    expect(coverage?.percent).toBe(100)
    expect(coverage?.lines[0]).toEqual({ line: 1, count: 2 })
    expect(coverage?.branches.map(({ count }) => count)).toEqual([1, 1, 1, 1])
  })
})

describe('a property case', () => {
  test('finds the smallest input that makes the lambda throw', async () => {
    await addCase('a', 'any-user', {
      input: passing.input,
      property: { vary: ['/user', '/registration'], runs: 200, seed: 1 },
    })
    const [result] = (await testWith()).results
    expect(result).toMatchObject({ status: 'failed', failures: [{ path: 'outcome', actual: 'threw' }] })
    expect(result?.counterexample?.input).toEqual({ jwt: {}, registration })
    const kept = { name: 'without a user', content: { input: result!.counterexample!.input, expect: {} } }
    expect((await studio.api.cases.create('a', kept)).name).toBe('without-a-user')
  })

  test('makes a broken expectation as small as can be', async () => {
    const picky =
      'function populate(jwt, user) {\n  jwt.ok = !(typeof user.name === "string" && user.name.length > 12)\n}\n'
    await studio.put('lambdas/b/lambda.js', picky)
    await addCase('b', 'short', {
      input: { jwt: {}, user: { name: 'Ada' } },
      property: { vary: ['/user/name'], runs: 200, seed: 3 },
      expect: { arguments: { jwt: { ok: true } } },
    })
    const [result] = (await testWith()).results
    expect(result?.status).toBe('failed')
    const { name } = result?.counterexample?.input['user'] as { name: string }
    expect(name).toHaveLength(13)
  })

  test.each([
    ['/nowhere', 'Nothing would be varied at /nowhere: JWTPopulate gets jwt, user, registration'],
    ['/user/address/city', 'Nothing would be varied at /user/address/city: the input has no object'],
  ])('that would vary nothing at %s does not pass', async (path, message) => {
    await addCase('a', 'idle', { input: passing.input, property: { vary: ['/user/name', path] } })
    const [result] = (await testWith()).results
    expect(result).toMatchObject({
      status: 'failed',
      failures: [{ path, message: expect.stringContaining(message) as string }],
    })
  })

  test('that cannot be run fails', async () => {
    const nested = Array.from({ length: 250 }).reduce<object>((inner) => ({ inner }), {})
    await addCase('a', 'too-deep', { input: { jwt: nested, user: {} }, property: { vary: ['/user'] } })
    expect(await testWith()).toMatchObject({
      totals: { passed: 0, failed: 1, skipped: 0 },
      results: [{ failures: [{ path: 'outcome', actual: 'input-too-deep' }] }],
    })
  })

  test('is broken by the first of many inputs that breaks it, and tries few after that', async () => {
    const fussy = 'function populate(jwt, user) {\n  jwt.ok = user.name !== ""\n}\n'
    await studio.put('lambdas/b/lambda.js', fussy)
    await addCase('b', 'named', {
      input: { jwt: {}, user: { name: 'Ada' } },
      property: { vary: ['/user/name'], runs: 50_000 },
      expect: { arguments: { jwt: { ok: true } } },
    })
    const [result] = (await testWith()).results
    expect(result).toMatchObject({ status: 'failed', counterexample: { input: { user: { name: '' } } } })
  })

  test('that holds passes, and does so again', async () => {
    const careful = 'function populate(jwt, user) {\n  jwt.id = user && user.id\n}\n'
    await studio.put('lambdas/b/lambda.js', careful)
    await addCase('b', 'holds', {
      input: { jwt: {}, user: { id: '1' } },
      property: { vary: ['/user'], runs: 150 },
    })
    expect((await testWith()).totals).toEqual({ passed: 1, failed: 0, skipped: 0 })
  })
})

test('a run is kept as a case that runs the same again', async () => {
  const request = { type: 'JWTPopulate', body, input: failing.input, clock: '2026-01-01T00:00:00Z', seed: 7 }
  const report = await studio.api.runs.run(request)
  const content = await studio.api.cases.ofRun(request)
  const expected = await studio.api.cases.expectationOf(report, {})
  const { name } = await studio.api.cases.create('a', {
    name: 'Kept run',
    content: { ...content, expect: expected },
  })
  expect([name, (await testWith()).totals]).toEqual(['kept-run', { passed: 1, failed: 0, skipped: 0 }])
})
