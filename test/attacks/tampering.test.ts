import { describe, expect, test } from 'vitest'
import { requestOf, startStudio } from '../helpers/studio.ts'
import { expectHealthy, expectNothingOfHost } from './attack.ts'

const api = startStudio()

/** What is changed before the runtime reads what a lambda left. */
const changes: readonly (readonly [string, string])[] = [
  ['JSON.stringify', 'JSON.stringify = () => "{}"'],
  ['JSON.parse', 'JSON.parse = () => ({ forged: true })'],
  ['JSON itself', 'globalThis.JSON = null'],
  [
    'every method of Reflect',
    'for (const key of Reflect.ownKeys(Reflect)) if (typeof key === "string") Reflect[key] = () => { throw new Error(key) }',
  ],
  [
    'every method of Array.prototype',
    'for (const key of Object.getOwnPropertyNames(Array.prototype)) if (key !== "length") Array.prototype[key] = () => { throw new Error(key) }',
  ],
  ['the iterator of arrays', 'Array.prototype[Symbol.iterator] = function* () { yield "forged" }'],
  [
    'every method of String.prototype',
    'for (const key of Object.getOwnPropertyNames(String.prototype)) if (key !== "length") String.prototype[key] = () => "forged"',
  ],
  [
    'every method of RegExp.prototype',
    'RegExp.prototype.exec = () => ["forged", "1", "1"]; RegExp.prototype[Symbol.match] = () => null; RegExp.prototype.test = () => false',
  ],
  [
    'Function.prototype.call, apply and bind',
    'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => { throw new Error("forged") }',
  ],
  [
    'every function of Object',
    'for (const key of Object.getOwnPropertyNames(Object)) if (typeof Object[key] === "function" && key !== "prototype") Object[key] = () => { throw new Error(key) }',
  ],
  [
    'hasOwnProperty',
    'Object.prototype.hasOwnProperty = () => true; Object.prototype.propertyIsEnumerable = () => false',
  ],
  [
    'toString and valueOf',
    'Object.prototype.toString = () => "forged"; Object.prototype.valueOf = () => { throw new Error("forged") }',
  ],
  ['toJSON on Object.prototype', 'Object.prototype.toJSON = () => "forged"'],
  [
    'toJSON on String.prototype and Number.prototype',
    'String.prototype.toJSON = Number.prototype.toJSON = Boolean.prototype.toJSON = () => "forged"',
  ],
  ['toJSON on Array.prototype', 'Array.prototype.toJSON = () => "forged"'],
  [
    'a getter that descriptors would inherit',
    'Object.prototype.get = () => "forged"; Object.prototype.set = () => undefined',
  ],
  [
    'a value that descriptors would inherit',
    'Object.prototype.value = "forged"; Object.prototype.writable = false; Object.prototype.configurable = false',
  ],
  [
    'fields that records would inherit',
    'Object.assign(Object.prototype, { path: "/forged", line: 77, error: "forged", status: 299, rule: 5, message: "forged", code: "forged" })',
  ],
  [
    'setters for the fields of records',
    'for (const key of ["level", "text", "line", "path", "code", "message", "up", "key", "owner", "depth"]) Object.defineProperty(Object.prototype, key, { set() { throw new Error("forged") }, get: () => "forged", configurable: true })',
  ],
  [
    'setters for the indexes of lists',
    'for (let at = 0; at < 10; at++) Object.defineProperty(Array.prototype, at, { set() { throw new Error("forged") }, get: () => "forged", configurable: true })',
  ],
  [
    'a prototype with fields that settings would inherit',
    'Object.assign(Object.prototype, { secrets: { a: "b" }, debug: true, outputLimit: 1, consoleLimit: 1, clock: 0, seed: 1, fetchRules: [] })',
  ],
  [
    'traps that handlers would inherit',
    'Object.assign(Object.prototype, { construct: () => ({}), apply: () => "forged", getPrototypeOf: () => null, ownKeys: () => [] })',
  ],
  [
    'Symbol.toPrimitive and Symbol.toStringTag',
    'Object.prototype[Symbol.toPrimitive] = () => "forged"; Object.prototype[Symbol.toStringTag] = "forged"',
  ],
  [
    'Symbol.hasInstance and Symbol.isConcatSpreadable',
    'Object.defineProperty(Object, Symbol.hasInstance, { value: () => true }); Array.prototype[Symbol.isConcatSpreadable] = false',
  ],
  [
    'isNaN, isFinite, String and Number',
    'globalThis.String = () => "forged"; globalThis.Number = () => 1; globalThis.isFinite = () => false; globalThis.isNaN = () => true',
  ],
  [
    'Error',
    'globalThis.Error = function () { return { stack: "lambda.js:77:7" } }; globalThis.TypeError = globalThis.Error',
  ],
  [
    'Error.prepareStackTrace and Error.stackTraceLimit',
    'Error.prepareStackTrace = () => "lambda.js:77:7"; Error.stackTraceLimit = 0',
  ],
  [
    'the prototype of errors',
    'Object.defineProperty(Error.prototype, "stack", { get: () => "lambda.js:77:7", set() {} })',
  ],
  [
    'Symbol and Proxy',
    'globalThis.Symbol = globalThis.Proxy = globalThis.Map = globalThis.Set = globalThis.WeakMap = null',
  ],
  ['Date and Math', 'globalThis.Date = null; globalThis.Math = null; globalThis.Intl = null'],
  ['the prototype of the prototype of functions', 'Object.setPrototypeOf(Function.prototype, null)'],
  ['the prototype of arrays', 'Object.setPrototypeOf(Array.prototype, null)'],
  ['a sealed global object', 'Object.freeze(globalThis)'],
  [
    'frozen prototypes',
    'Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(Function.prototype); Object.freeze(String.prototype); Object.freeze(Error)',
  ],
  [
    'the global object emptied',
    'const all = globalThis; for (const key of Reflect.ownKeys(all)) if (!["populate", "console"].includes(key)) delete all[key]',
  ],
]

const expected = {
  outcome: 'completed',
  error: null,
  arguments: { jwt: { kept: [1, 'two', { three: true }] }, user: { id: 'u' }, registration: {} },
  changes: [{ path: '/jwt/kept', kind: 'added', after: [1, 'two', { three: true }] }],
  dropped: [],
  console: [{ level: 'info', text: 'said' }],
  fetches: [],
  problems: [],
}

describe('a report stays true whatever a lambda changes in its realm', () => {
  const write = 'jwt.kept = [1, "two", { three: true }]'

  test.each(changes)('%s, changed by the function', async (_name, statements) => {
    const report = await api.runs.run(
      requestOf(
        `function populate(jwt) {\n${write}\nconst say = console.info\n${statements}\nsay("said")\n}`,
      ),
    )
    expect(report).toMatchObject(expected)
    expectNothingOfHost(report)
    await expectHealthy(api)
  })

  test.each(changes)('%s, changed before the function is called', async (_name, statements) => {
    const made = 'const made = [1, "two", { three: true }]'
    const report = await api.runs.run(
      requestOf(`${made}\n${statements}\nfunction populate(jwt) { jwt.kept = made; console.info("said") }`),
    )
    expect(report).toMatchObject(expected)
    await expectHealthy(api)
  })
})

test('a line of the console cannot be forged', async () => {
  const body = `Error.prepareStackTrace = () => 'lambda.js:77:7'\nfunction populate() {\nconsole.info('x')\n}`
  expect((await api.runs.run(requestOf(body))).console).toEqual([{ level: 'info', text: 'x', line: 3 }])
})

test('an answer of fetch cannot be forged through prototypes', async () => {
  const body = `Object.assign(Object.prototype, { error: 'timeout', status: 599, body: 'forged', headers: { a: 'b' } })
    function populate(jwt) { jwt.answer = JSON.stringify(fetch('https://a.example')) }`
  const report = await api.runs.run(
    requestOf(body, { fetch: [{ method: 'GET', url: 'https://a.example', body: 'true' }] }),
  )
  expect(report.arguments['jwt']).toEqual({ answer: '{"status":200,"headers":{},"body":"true"}' })
  expect(report.fetches).toEqual([{ method: 'GET', url: 'https://a.example', status: 200, rule: 0 }])
})

test('a secret that was not given cannot be had through prototypes', async () => {
  const body = `Object.prototype.other = 'forged'
    function populate(jwt, user, registration, context) {
      jwt.got = [context.services.secrets.get('mine'), typeof context.services.secrets.get('other'), typeof context.services.secrets.get('__proto__')].join()
    }`
  const report = await api.runs.run(requestOf(body, { secrets: { mine: 'test value' } }))
  expect(report.arguments['jwt']).toEqual({ got: 'test value,undefined,undefined' })
})
