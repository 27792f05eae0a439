import { describe, expect, test } from 'vitest'
import { serve } from '../../../electron/contract/serve.ts'
import { openRealStudio, requestOf, runStatements, startStudio } from '../../helpers/studio.ts'

const api = startStudio()

describe('a run', () => {
  test('puts reserved claims back, and says what it dropped', async () => {
    const report = await runStatements(
      api,
      'jwt.sub = "other"; jwt.exp = 5; jwt.mine = 1; user.id = "other"',
      {
        input: { jwt: { sub: 'me', exp: 10 }, user: { id: 'u' } },
      },
    )
    expect(report.arguments).toEqual({ jwt: { sub: 'me', exp: 5, mine: 1 }, user: { id: 'u' } })
    expect(report.dropped.map(({ path, reason }) => [path, reason])).toEqual([
      ['/user/id', 'read-only'],
      ['/jwt/sub', 'reserved'],
    ])
    expect(report.changes.map(({ path }) => path)).toEqual(['/jwt/exp', '/jwt/mine'])
  })

  test('that the checks refuse is not run, unless by force', async () => {
    const request = { ...requestOf('function wrong(jwt) { jwt.done = true }'), force: false }
    expect(await api.runs.run(request)).toMatchObject({
      outcome: 'refused',
      consequence: { code: 'not-run' },
      durationMs: 0,
    })
    expect(await api.runs.run({ ...request, force: true })).toMatchObject({ outcome: 'threw' })
  })

  test('does not say twice what the checks have said of a line', async () => {
    const { problems } = await runStatements(api, 'console.info("a", "b")')
    expect(problems.filter(({ code }) => code === 'console-arguments')).toHaveLength(1)
  })

  test('of a type that the catalogue does not have is run by generic rules, and says so', async () => {
    const report = await api.runs.run({
      ...requestOf('function populate(jwt) { jwt.sub = 1 }'),
      type: 'NewerPopulate',
    })
    expect(report).toMatchObject({ outcome: 'completed', arguments: { jwt: { sub: 1 } }, dropped: [] })
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'type-not-known' }))
  })

  test('can be cancelled, and others are not', async () => {
    const endless = {
      ...requestOf('function populate() { for (;;); }', { limits: { timeMs: 60_000 } }),
      runId: 'mine',
    }
    const run = api.runs.run(endless)
    const other = runStatements(api, 'jwt.done = true')
    await other
    expect(await api.runs.cancel('mine')).toBe(true)
    await expect(run).rejects.toMatchObject({ code: 'run-cancelled' })
    expect((await other).outcome).toBe('completed')
  })

  test('ends with a code where the studio is closed', async () => {
    const studio = openRealStudio()
    const run = studio.api.runs.run(
      requestOf('function populate() { for (;;); }', { limits: { timeMs: 60_000 } }),
    )
    await studio.api.runs.run(requestOf('function populate() {}'))
    studio.close()
    await expect(run).rejects.toMatchObject({ code: 'studio-closed' })
  })
})

describe('a request from another process', () => {
  const ask = (request: unknown) => serve(api)('runs.run', [request])
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown

  test.each([
    ['an input nested 100,000 deep', { input: { jwt: deep } }, 'input-too-deep'],
    ['an answer nested 100,000 deep', { fetch: [{ url: '*', body: deep }] }, 'invalid-arguments'],
    ['an input that is a list', { input: [] }, 'invalid-arguments'],
    ['a secret that is no text', { secrets: { a: 1 } }, 'invalid-arguments'],
    ['a header that is no text', { fetch: [{ url: '*', headers: { a: 1 } }] }, 'invalid-arguments'],
    ['a limit that is too high', { limits: { timeMs: 100_000 } }, 'invalid-arguments'],
    ['an option that there is not', { fast: true }, 'invalid-arguments'],
  ])('with %s is answered with a code', async (_name, part, code) => {
    expect(await ask({ ...requestOf('function populate() {}'), ...part })).toMatchObject({
      ok: false,
      error: { code },
    })
  })

  test('keeps what is named __proto__', async () => {
    const named = JSON.parse('{"__proto__":"kept"}') as Record<string, string>
    const body = `function populate(jwt, user, registration, context) {
      const answer = fetch('https://a.example')
      jwt.got = [Object.keys(user), context.services.secrets.get('__proto__'), answer.body, Object.keys(answer.headers)].join()
    }`
    const fetch = [{ url: '*', headers: named, body: named }]
    expect(
      await ask({ ...requestOf(body), input: { jwt: {}, user: named }, secrets: named, fetch }),
    ).toMatchObject({
      ok: true,
      value: { arguments: { jwt: { got: '__proto__,kept,{"__proto__":"kept"},__proto__' } } },
    })
  })
})
