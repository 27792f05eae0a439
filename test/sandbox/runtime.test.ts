import { describe, expect, test } from 'vitest'
import { requestOf, runStatements, startStudio, type TestRun } from '../helpers/studio.ts'

const api = startStudio()

async function jwtOf(statements: string, request?: TestRun): Promise<unknown> {
  const report = await runStatements(api, statements, request)
  expect(report.error).toBeNull()
  return report.arguments['jwt']
}

describe('the arguments', () => {
  test('come by position, whatever the function calls them', async () => {
    const report = await api.runs.run(
      requestOf('function populate(a, b, c, d) { a.got = [b.id, c, typeof d].join() }', {
        input: { jwt: {}, user: { id: 'u' } },
      }),
    )
    expect(report.arguments['jwt']).toEqual({ got: 'u,,object' })
  })

  test('a missing key passes undefined, and is missing afterwards', async () => {
    const report = await runStatements(api, 'jwt.type = typeof registration', {
      input: { jwt: {}, user: {} },
    })
    expect(report.arguments).toEqual({ jwt: { type: 'undefined' }, user: {} })
  })

  test('a key of the input that is no parameter is not passed, and that is said', async () => {
    const report = await runStatements(api, 'jwt.count = arguments.length', {
      input: { jwt: {}, registraton: {} },
    })
    expect(report.arguments).toEqual({ jwt: { count: 4 } })
    expect(report.changes).toEqual([{ path: '/jwt/count', kind: 'added', after: 4 }])
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'input-not-parameter', path: '/registraton', severity: 'warning' }),
    )
  })

  test('a new value for a parameter itself changes nothing', async () => {
    const report = await runStatements(api, 'jwt = { other: true }')
    expect(report).toMatchObject({ arguments: { jwt: {} }, changes: [] })
  })

  test.each([
    ['a function declaration', 'function populate(jwt) { jwt.done = true }'],
    ['a constant', 'const populate = (jwt) => { jwt.done = true }'],
    ['a variable', 'var populate = function (jwt) { jwt.done = true }'],
    ['a property of the global object', 'globalThis.populate = (jwt) => { jwt.done = true }'],
    ['an async function', 'async function populate(jwt) { jwt.done = true }'],
    [
      'a class with a call in it',
      'class Helper { static run(jwt) { jwt.done = true } }\nfunction populate(jwt) { Helper.run(jwt) }',
    ],
    ['a body with strict mode', '"use strict"; function populate(jwt) { jwt.done = true }'],
    ['a body that ends in a comment', 'function populate(jwt) { jwt.done = true } // the end'],
  ])('%s is found', async (_name, body) => {
    const report = await api.runs.run(requestOf(body))
    expect(report).toMatchObject({ outcome: 'completed', arguments: { jwt: { done: true } } })
  })

  test.each(['', 'function Populate() {}', 'const populate = 5', 'let populate', 'class populate {}'])(
    'a body without the function has thrown: %s',
    async (body) => {
      const report = await api.runs.run(requestOf(body))
      expect(report).toMatchObject({ outcome: 'threw', error: { line: null } })
    },
  )

  test('an error is placed in the body', async () => {
    const report = await api.runs.run(
      requestOf('function populate(jwt) {\n  jwt.a = 1\n  jwt.missing.b = 2\n}'),
    )
    expect(report).toMatchObject({
      outcome: 'threw',
      error: {
        name: 'TypeError',
        line: 3,
        column: 17,
        stack: expect.stringContaining('populate (lambda.js:3:17)') as string,
      },
      arguments: { jwt: {} },
      changes: [],
    })
  })

  test.each([
    [
      'thrown',
      'const a = 1\n\nthrow new TypeError("top")\nfunction populate() {}',
      { name: 'TypeError', message: 'top', line: 3, column: 7 },
    ],
    ['of syntax', 'function populate() {\n  const = 5\n}', { name: 'SyntaxError', line: 2 }],
    [
      'of a name that is missing',
      '\nmissing()\nfunction populate() {}',
      { name: 'ReferenceError', message: 'missing is not defined', line: 2, column: 1 },
    ],
  ])('an error at the top level, %s, is placed in the body', async (_name, body, error) => {
    expect(await api.runs.run(requestOf(body))).toMatchObject({ outcome: 'threw', error })
  })
})

describe('the context', () => {
  test('gives the test values of secrets, also where the input has no context', async () => {
    const statements = 'jwt.key = context.services.secrets.get("key")'
    const secrets = { key: 'test value' }
    expect(await jwtOf(statements, { secrets })).toEqual({ key: 'test value' })
    const input = { jwt: {}, user: {}, context: { scopes: ['openid'], services: { other: 1 } } }
    const report = await runStatements(api, statements, { secrets, input })
    expect(report.arguments).toEqual({ ...input, jwt: { key: 'test value' } })
    expect(report.changes.map(({ path }) => path)).toEqual(['/jwt/key'])
  })

  test('a secret without a test value reads as undefined, and that is said with the line', async () => {
    const report = await runStatements(api, '\njwt.type = typeof context.services.secrets.get("key")')
    expect(report.arguments['jwt']).toEqual({ type: 'undefined' })
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'secret-unknown', line: 3, severity: 'warning' }),
    )
  })

  test('a secret named __proto__ is a secret', async () => {
    const secrets = JSON.parse('{"__proto__":"x"}') as Record<string, string>
    expect(await jwtOf('jwt.key = context.services.secrets.get("__proto__")', { secrets })).toEqual({
      key: 'x',
    })
  })

  test('does not show in the arguments afterwards', async () => {
    expect((await runStatements(api, 'jwt.a = 1')).arguments).not.toHaveProperty('context')
  })
})

describe('FusionAuth.ActiveDirectory.b64GuidToString', () => {
  const guid = (text: string): string => `FusionAuth.ActiveDirectory.b64GuidToString(${JSON.stringify(text)})`

  test.each([
    // The first three groups of an objectGUID are stored with their lowest byte first.
    ['AAECAwQFBgcICQoLDA0ODw==', '03020100-0504-0706-0809-0a0b0c0d0e0f'],
    ['AAAAAAAAAAAAAAAAAAAAAA==', '00000000-0000-0000-0000-000000000000'],
    ['/////////////////////w==', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['AAECAwQFBgcICQoLDA0ODw', '03020100-0504-0706-0809-0a0b0c0d0e0f'],
  ])('%s', async (base64, text) => {
    expect(await jwtOf(`jwt.id = ${guid(base64)}`)).toEqual({ id: text })
  })

  test.each(['', 'AAAA', '%%%', 'AAECAwQFBgcICQoLDA0ODxA='])('throws for %j', async (base64) => {
    expect((await runStatements(api, guid(base64))).outcome).toBe('threw')
  })
})

describe('the clock', () => {
  const clock = '2026-01-01T00:00:00Z'
  const instant = Date.parse(clock)

  test('stands still where one is given', async () => {
    const statements = `const read = () => [new Date().getTime(), Date.now(), +new Date(Date.now())]
      jwt.before = read(); for (let i = 0; i < 1e6; i++); jwt.after = read(); jwt.text = Date() === String(new Date())`
    const moments = [instant, instant, instant]
    expect(await jwtOf(statements, { clock })).toEqual({ before: moments, after: moments, text: true })
  })

  test('is what a date format takes that is given no date', async () => {
    const statements = `const long = new Intl.DateTimeFormat('en', { dateStyle: 'long' })
      const { format } = long
      jwt.now = [long.format(), long.format(undefined), format(), [undefined].map(format)[0], long.formatToParts()[4].value].join('; ')
      jwt.given = [long.format(0), long.format(new Date(0)), long.formatToParts(0)[4].value].join('; ')
      jwt.kept = [format.length, long.formatToParts.name, 'format' in Intl.DateTimeFormat.prototype, Object.keys(Intl.DateTimeFormat.prototype).length].join()
      try { Object.create(Intl.DateTimeFormat.prototype).format } catch (error) { jwt.wrong = error.name }`
    expect(await jwtOf(statements, { clock })).toEqual({
      now: 'January 1, 2026; January 1, 2026; January 1, 2026; January 1, 2026; 2026',
      given: 'January 1, 1970; January 1, 1970; 1970',
      kept: '1,formatToParts,true,0',
      wrong: 'TypeError',
    })
  })

  test('leaves the rest of Date as it is', async () => {
    const statements = `class Mine extends Date {}
      jwt.a = [new Date(0).toISOString(), Date.UTC(2000, 0), Date.parse('2000-01-01'), Date.length, Date.name, new Date() instanceof Date,
        new Mine() instanceof Mine, new Mine().getTime(), Date.prototype.constructor === Date, Object.keys(Date).length].join()`
    expect(await jwtOf(statements, { clock })).toEqual({
      a: `1970-01-01T00:00:00.000Z,946684800000,946684800000,7,Date,true,true,${instant},true,0`,
    })
  })

  test('runs in UTC, wherever the studio is', async () => {
    expect(await jwtOf('jwt.offset = new Date(0).getTimezoneOffset()')).toEqual({ offset: 0 })
  })
})

describe('what a type returns', () => {
  test('is in the report where FusionAuth reads it', async () => {
    const report = await api.runs.run({
      type: 'TokenExchangePolicy',
      body: 'function policy() { return { decision: "ALLOW", odd: () => 1 } }',
      input: { tokenExchangeRequest: {} },
    })
    expect(report.returned).toEqual({ decision: 'ALLOW' })
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'function-value', path: '/return/odd' }),
    )
  })

  test('is not in the report of other types', async () => {
    expect(await runStatements(api, 'return 5')).not.toHaveProperty('returned')
  })
})
