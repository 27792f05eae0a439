import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import type { RunReport } from '../../electron/contract/models/run.ts'
import { runStatements, startStudio } from '../helpers/studio.ts'
import { attack } from './attack.ts'

const api = startStudio()

function noted(report: RunReport): (readonly [string, string | undefined])[] {
  return report.problems.filter(({ path }) => path !== undefined).map(({ code, path }) => [code, path])
}

/** What JSON cannot carry: what is left in the claims, and what the report says of it. */
const odd: readonly (readonly [name: string, statements: string, jwt: object, code: string, path: string])[] =
  [
    ['undefined', 'jwt.a = undefined', {}, 'undefined-value', '/jwt/a'],
    ['a function', 'jwt.a = () => 1', {}, 'function-value', '/jwt/a'],
    ['a class', 'jwt.a = class {}', {}, 'function-value', '/jwt/a'],
    ['a symbol', 'jwt.a = Symbol("x")', {}, 'symbol-value', '/jwt/a'],
    ['a big integer', 'jwt.a = 10n', {}, 'bigint-value', '/jwt/a'],
    ['NaN', 'jwt.a = NaN', { a: null }, 'number-not-finite', '/jwt/a'],
    ['Infinity in a list', 'jwt.a = [1, Infinity]', { a: [1, null] }, 'number-not-finite', '/jwt/a/1'],
    ['undefined in a list', 'jwt.a = [1, undefined]', { a: [1, null] }, 'undefined-value', '/jwt/a/1'],
    ['a hole in a list', 'jwt.a = [1]; jwt.a[2] = 3', { a: [1, null, 3] }, 'undefined-value', '/jwt/a/1'],
    ['a date', 'jwt.a = new Date(0)', { a: '1970-01-01T00:00:00.000Z' }, 'date-value', '/jwt/a'],
    ['a date that is none', 'jwt.a = new Date(NaN)', { a: {} }, 'object-not-plain', '/jwt/a'],
    ['a map', 'jwt.a = new Map([[1, 2]])', { a: {} }, 'object-not-plain', '/jwt/a'],
    ['a set', 'jwt.a = new Set([1])', { a: {} }, 'object-not-plain', '/jwt/a'],
    ['a regular expression', 'jwt.a = /x/', { a: {} }, 'object-not-plain', '/jwt/a'],
    [
      'an instance of a class',
      'jwt.a = new (class Claim { constructor() { this.b = 1 } })()',
      { a: { b: 1 } },
      'object-not-plain',
      '/jwt/a',
    ],
    ['an error', 'jwt.a = new Error("x")', { a: {} }, 'object-not-plain', '/jwt/a'],
    ['bytes', 'jwt.a = new Uint8Array(2)', { a: { 0: 0, 1: 0 } }, 'object-not-plain', '/jwt/a'],
    ['a key that is a symbol', 'jwt[Symbol("x")] = 1', {}, 'symbol-key', '/jwt'],
    ['half a character', 'jwt.a = "\\uD800"', { a: '\uD800' }, 'lone-surrogate', '/jwt/a'],
    ['an object that holds itself', 'jwt.a = {}; jwt.a.b = jwt.a', { a: {} }, 'circular-value', '/jwt/a/b'],
    ['a list that holds its owner', 'jwt.a = [jwt]', { a: [null] }, 'circular-value', '/jwt/a/0'],
    [
      'a getter',
      'Object.defineProperty(jwt, "a", { enumerable: true, get: () => 1 })',
      { a: 1 },
      'getter-value',
      '/jwt/a',
    ],
    [
      'a getter that throws',
      'Object.defineProperty(jwt, "a", { enumerable: true, get() { throw new Error("x") } })',
      {},
      'value-unreadable',
      '/jwt/a',
    ],
    [
      'a proxy whose keys cannot be read',
      'jwt.a = new Proxy({}, { ownKeys() { throw new Error("x") } })',
      {},
      'value-unreadable',
      '/jwt/a',
    ],
    [
      'a revoked proxy',
      'const { proxy, revoke } = Proxy.revocable([], {}); revoke(); jwt.a = proxy',
      {},
      'value-unreadable',
      '/jwt/a',
    ],
    ['a key with a slash and a tilde', 'jwt["a/b~c"] = () => 1', {}, 'function-value', '/jwt/a~1b~0c'],
    [
      'something odd in an object in a list',
      'jwt.a = [{}, { b: [() => 1] }]',
      { a: [{}, { b: [null] }] },
      'function-value',
      '/jwt/a/1/b/0',
    ],
  ]

describe('what JSON cannot carry is said with its place', () => {
  test.each(odd)('%s', async (_name, statements, jwt, code, path) => {
    const report = await runStatements(api, statements)
    expect(report.outcome).toBe('completed')
    expect(report.arguments['jwt']).toEqual(jwt)
    expect(noted(report)).toContainEqual([code, path])
  })
})

describe('values that a lambda made to trick the reader', () => {
  test('a toJSON of its own is not called', async () => {
    const report = await attack(api, 'jwt.a = { b: 1, toJSON() { return "forged" } }')
    expect(report.arguments['jwt']).toEqual({ a: { b: 1 }, reached: [] })
  })

  test.each([
    ['that does not show', 'Object.defineProperty(jwt.a, "toJSON", { value: () => "forged" })', { b: 1 }],
    ['of a list', 'jwt.a = [1]; jwt.a.toJSON = () => "forged"', [1]],
    [
      'behind a proxy',
      'jwt.a = new Proxy(jwt.a, { get: (target, key) => (key === "toJSON" ? () => "forged" : target[key]) })',
      { b: 1 },
    ],
    [
      'behind a proxy that can be revoked',
      'jwt.a = Proxy.revocable(jwt.a, { get: (target, key) => (key === "toJSON" ? () => "forged" : target[key]) }).proxy',
      { b: 1 },
    ],
    [
      'that comes while the reader looks',
      `const { a } = jwt
       Object.defineProperty(Object.prototype, Symbol.toStringTag, {
         get() { if (this === jwt.z) Object.defineProperty(a, "toJSON", { value: () => "forged" }); return "Object" },
       })
       jwt.z = {}`,
      { b: 1 },
    ],
  ])('a toJSON %s is not called', async (_name, statements, a) => {
    const report = await attack(api, `jwt.a = { b: 1 }; ${statements}`)
    expect(report.arguments['jwt']).toMatchObject({ a, reached: [] })
  })

  test('a proxy that answers otherwise the second time gets past no limit', async () => {
    const report = await attack(
      api,
      `const deep = () => { let a = {}; for (let i = 0; i < 3000; i++) a = { a }; return a }
       jwt.a = new Proxy({ x: 1 }, { get: (target, key) => (key === "toJSON" ? undefined : deep()) })`,
    )
    expect(report.arguments['jwt']).toEqual({ a: { x: 1 }, reached: [] })
  })

  test('Proxy behaves as in an engine that nobody has touched', async () => {
    const probe = `
      const told = (act) => { try { return act() } catch (error) { return error.name + ": " + error.message } }
      const flags = (owner, key) => { const { value, ...rest } = Object.getOwnPropertyDescriptor(owner, key); return rest }
      const found = {
        get: new Proxy({}, { get: () => 7 }).x,
        apply: new Proxy(() => 1, { apply: () => 8 })(),
        construct: new (new Proxy(class {}, { construct: () => ({ made: 9 }) }))().made,
        reflected: Reflect.construct(Proxy, [{ a: 10 }, {}], Object).a,
        list: Array.isArray(new Proxy([], {})),
        names: [Proxy.name, Proxy.length, typeof Proxy, Proxy.revocable.name, Proxy.revocable.length],
        keys: Reflect.ownKeys(Proxy).map(String).sort(),
        flags: [flags(globalThis, "Proxy"), flags(Proxy, "revocable")],
        prototypes: [typeof Proxy.prototype, Object.getPrototypeOf(Proxy) === Function.prototype],
        printed: [Proxy, Proxy.revocable].map((each) => (each + "").replace(each.name, "")),
        revocable: Object.keys(Proxy.revocable({}, {})),
        revoked: told(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy.a }),
        extended: told(() => class extends Proxy {}),
        called: told(() => Proxy({}, {})),
        empty: told(() => new Proxy()),
        half: told(() => Proxy.revocable({})),
        made: told(() => new Proxy.revocable({}, {})),
      }`
    const report = await runStatements(api, `${probe}; jwt.found = found`)
    expect(report.arguments['jwt']).toEqual({
      found: JSON.parse(runInNewContext(`${probe}; JSON.stringify(found)`) as string) as unknown,
    })
  })

  test.each([
    ['an error', 'const error = new Error("x"); error.stack = `    at ${place}`; throw error', 'threw'],
    [
      'all errors',
      'Error.prepareStackTrace = () => place; Object.freeze(Error); console.info("x")',
      'completed',
    ],
  ])('a line that is no number, of %s, does no harm', async (_name, statements, outcome) => {
    const report = await attack(api, `const place = "lambda.js:" + "9".repeat(400) + ":1"; ${statements}`)
    expect(report).toMatchObject({ outcome })
    // The checks have read the body, and give true lines.
    expect(JSON.stringify({ ...report, problems: [] })).not.toMatch(/"line":\d/)
  })

  test('a key named __proto__ is carried as a key and changes no prototype', async () => {
    const report = await attack(
      api,
      'Object.defineProperty(jwt, "__proto__", { value: { polluted: true }, enumerable: true })',
    )
    expect(JSON.stringify(report.arguments['jwt'])).toBe('{"__proto__":{"polluted":true},"reached":[]}')
    expect(report.changes[0]).toEqual({ path: '/jwt/__proto__', kind: 'added', after: { polluted: true } })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('a key named __proto__ in the input reaches the lambda as a key', async () => {
    const input = { jwt: JSON.parse('{"__proto__":{"a":1}}') as object, user: {}, registration: {} } as never
    const report = await runStatements(api, 'jwt.keys = Object.keys(jwt).join()', { input })
    expect(JSON.stringify(report.arguments['jwt'])).toBe('{"__proto__":{"a":1},"keys":"__proto__"}')
  })

  test('constructor and prototype are keys like others', async () => {
    const report = await attack(api, 'jwt.constructor = { prototype: { polluted: true } }')
    expect(report.arguments['jwt']).toEqual({ constructor: { prototype: { polluted: true } }, reached: [] })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('a getter that changes what was written before it does not change the report', async () => {
    const report = await runStatements(
      api,
      'jwt.a = 1; Object.defineProperty(jwt, "b", { enumerable: true, get() { jwt.a = 2; return 3 } }); jwt.c = 4',
    )
    expect(report.arguments['jwt']).toEqual({ a: 1, b: 3, c: 4 })
  })

  test('a getter is asked although all descriptors were given a value', async () => {
    const statements = 'Object.prototype.value = "forged"; jwt.a = { get b() { return "told" } }'
    const report = await runStatements(api, statements)
    expect(report.arguments['jwt']).toEqual({ a: { b: 'told' } })
    expect(noted(report)).toContainEqual(['getter-value', '/jwt/a/b'])
  })

  test('a getter that never returns is ended', async () => {
    const report = await attack(
      api,
      'Object.defineProperty(jwt, "a", { enumerable: true, get() { for (;;); } })',
      {
        limits: { timeMs: 150 },
      },
    )
    expect(report).toMatchObject({ outcome: 'timed-out', arguments: { jwt: {} } })
  })

  test('a proxy that makes keys without end is capped or ended', async () => {
    const report = await attack(
      api,
      `const deep = () => new Proxy({}, { ownKeys: () => ['a', 'b'], getOwnPropertyDescriptor: () => ({ value: deep(), enumerable: true, configurable: true }) })
       jwt.a = deep()`,
    )
    expect(['completed', 'timed-out']).toContain(report.outcome)
  })
})

describe('results that are too large or too deep', () => {
  test('nested deeper than 200 is cut, and where is said', async () => {
    const report = await attack(api, 'let at = jwt; for (let i = 0; i < 5000; i++) at = at.a = {}')
    expect(report.outcome).toBe('completed')
    expect(noted(report)).toContainEqual(['value-too-deep', `/jwt${'/a'.repeat(200)}`])
  })

  test.each([
    ['one huge string', 'jwt.a = "x".repeat(20000000)'],
    ['many strings', 'jwt.a = []; for (let i = 0; i < 20000; i++) jwt.a.push("x".repeat(1000))'],
    ['many numbers', 'jwt.a = new Array(400000).fill(1)'],
    ['many empty objects', 'jwt.a = []; for (let i = 0; i < 400000; i++) jwt.a.push({})'],
    ['an array of a thousand million holes', 'jwt.a = []; jwt.a.length = 1e9'],
    ['huge keys', 'for (let i = 0; i < 20; i++) jwt["k".repeat(1000000) + i] = 1'],
  ])('%s: capped, and said', async (_name, statements) => {
    const report = await attack(api, statements, { limits: { timeMs: 10_000, memoryMb: 256 } })
    expect(report.outcome).toBe('completed')
    expect(report.problems.map(({ code }) => code)).toContain('output-capped')
    expect(JSON.stringify(report).length).toBeLessThan(40_000_000)
  })

  test('what a cap left out does not pass for what the lambda removed', async () => {
    const report = await runStatements(api, 'jwt.big = "x".repeat(20000000)', {
      input: { jwt: { sub: 'me' }, user: { id: 'u' }, registration: { roles: ['a'] } },
    })
    expect(report.changes.filter(({ kind }) => kind === 'removed')).toEqual([])
    expect(report.dropped).toEqual([])
  })

  test('more than a thousand changes are not listed, and that is said', async () => {
    const report = await runStatements(api, 'for (let i = 0; i < 3000; i++) jwt["a" + i] = i')
    expect(report.changes).toHaveLength(1000)
    expect(Object.keys(report.arguments['jwt'] as object)).toHaveLength(3000)
    expect(report.problems.map(({ code }) => code)).toContain('changes-capped')
  })

  test('more than 200 notes are not listed, and that is said', async () => {
    const report = await runStatements(api, 'jwt.a = []; for (let i = 0; i < 3000; i++) jwt.a.push(() => i)')
    const codes = report.problems.map(({ code }) => code)
    expect(codes.filter((code) => code === 'function-value')).toHaveLength(200)
    expect(codes).toContain('notes-capped')
  })
})

describe('input that is too much', () => {
  const nested = (depth: number): never =>
    JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as never

  test('nested 100,000 deep is refused with a code', async () => {
    await expect(runStatements(api, '', { input: { jwt: nested(100_000) } })).rejects.toMatchObject({
      code: 'input-too-deep',
    })
  })

  test('nested 190 deep is run and carried whole', async () => {
    const report = await runStatements(api, 'jwt.ok = true', {
      input: { jwt: nested(190), user: {}, registration: {} },
    })
    expect(report.changes).toEqual([{ path: '/jwt/ok', kind: 'added', after: true }])
    expect(noted(report)).toEqual([])
  })

  test('more than 4 MB are refused with a code', async () => {
    await expect(
      runStatements(api, '', { input: { jwt: { a: 'x'.repeat(5_000_000) } } }),
    ).rejects.toMatchObject({
      code: 'input-too-large',
    })
  })

  test('more than 200,000 values are refused with a code', async () => {
    const input = { jwt: { a: new Array<number>(250_000).fill(1) } }
    await expect(runStatements(api, '', { input })).rejects.toMatchObject({ code: 'input-too-large' })
  })

  test('a body of more than a megabyte is refused with a code, also by force', async () => {
    await expect(runStatements(api, '/*' + 'x'.repeat(2_000_000) + '*/')).rejects.toMatchObject({
      code: 'body-too-large',
    })
  })
})
