import { describe, expect, test } from 'vitest'
import { builtInsAfter } from '../../electron/sandbox/later-built-ins.ts'
import { runStatements, startStudio, type TestRun } from '../helpers/studio.ts'

const api = startStudio()

async function evaluate(expression: string, request?: TestRun): Promise<unknown> {
  const report = await runStatements(api, `jwt.value = ${expression}`, request)
  expect(report.error).toBeNull()
  return (report.arguments['jwt'] as { value?: unknown }).value
}

/** Expressions that tell a language level, and the first level that has what they ask for. */
const features: readonly (readonly [year: number, expression: string])[] = [
  [2015, 'typeof Map'],
  [2015, 'typeof "".repeat'],
  [2016, 'typeof [].includes'],
  [2017, 'typeof Object.values'],
  [2019, 'typeof [].flat'],
  [2020, 'typeof BigInt'],
  [2021, 'typeof "".replaceAll'],
  [2022, 'typeof [].at'],
  [2022, 'typeof "".at'],
  [2022, 'typeof new Int8Array(1).at'],
  [2022, 'typeof Object.hasOwn'],
  [2022, 'typeof new Error("a", { cause: 1 }).cause'],
  [2022, 'typeof new TypeError("a", { cause: 1 }).cause'],
  [2022, 'typeof Error("a", { cause: 1 }).cause'],
  [2022, 'typeof new AggregateError([], "a", { cause: 1 }).cause'],
  [2022, 'typeof new (class extends Error {})("a", { cause: 1 }).cause'],
  [2023, 'typeof [].toSorted'],
  [2023, 'typeof [].findLast'],
  [2024, 'typeof Object.groupBy'],
  [2024, 'typeof Promise.withResolvers'],
  [2025, 'typeof [].values().map'],
  [2025, 'typeof new Set().union'],
  [2025, '(() => { try { return typeof new RegExp("(?i:a)") } catch (e) { return "undefined" } })()'],
  [
    2025,
    '(() => { try { return typeof new RegExp("(?<a>b)|(?<a>c)") } catch (e) { return "undefined" } })()',
  ],
]

describe('a level has what its edition has and no more', () => {
  test.each([2015, 2019, 2021, 2022, 2023, 2025])('%i', async (ecmaVersion) => {
    for (const [year, expression] of features.filter(
      ([, text]) => ecmaVersion >= 2021 || !/AggregateError/.test(text),
    )) {
      expect
        .soft([expression, (await evaluate(expression, { ecmaVersion })) !== 'undefined'])
        .toEqual([expression, ecmaVersion >= year])
    }
  })

  test('Nashorn has what ES5 has', async () => {
    const names = 'Map Set Symbol Promise Proxy Reflect Intl BigInt WeakRef globalThis fetch'.split(' ')
    const expression = `[${names.map((name) => `typeof ${name}`).join()}].join()`
    expect(await evaluate(expression, { engineType: 'Nashorn' })).toBe(names.map(() => 'undefined').join())
    expect(
      await evaluate('[typeof JSON.parse, typeof [].map, typeof Object.keys].join()', {
        engineType: 'Nashorn',
      }),
    ).toBe('function,function,function')
  })

  test('no level has WebAssembly, shared memory, timers or what a browser or Node adds', async () => {
    const names =
      'WebAssembly SharedArrayBuffer Atomics setTimeout setInterval queueMicrotask URL URLSearchParams TextEncoder atob btoa crypto structuredClone Buffer process require window XMLHttpRequest'.split(
        ' ',
      )
    const expression = `[${names.map((name) => `typeof ${name}`).join()}].filter((type) => type !== "undefined")`
    expect(await evaluate(expression)).toEqual([])
    expect(await evaluate(expression, { ecmaVersion: 2025 })).toEqual([])
  })
})

describe('errors without a cause are errors in all else', () => {
  test.each([
    ['new Error("a") instanceof Error', true],
    ['new TypeError("a") instanceof Error', true],
    ['Object.getPrototypeOf(TypeError) === Error', true],
    ['Error.prototype.constructor === Error', true],
    ['new Error("a").constructor === Error', true],
    ['Error("a").message', 'a'],
    ['String(new RangeError("a"))', 'RangeError: a'],
    ['"message" in new Error() && Object.keys(new Error("a")).length', 0],
    ['Object.getOwnPropertyNames(new Error()).includes("message")', false],
    ['new (class Mine extends Error { get name() { return "Mine" } })("a").toString()', 'Mine: a'],
    ['Error.name + Error.length + AggregateError.length', 'Error12'],
    ['new AggregateError([1, 2], "a").errors.length', 2],
    [
      '(() => { try { null.x } catch (error) { return error instanceof TypeError && error.constructor === TypeError } })()',
      true,
    ],
    ['/lambda.js:2/.test(new Error("a").stack)', true],
    ['Object.keys(globalThis).filter((key) => key !== "populate").length', 0],
  ])('%s', async (expression, value) => {
    expect(await evaluate(expression)).toBe(value)
  })
})

/** An expression for each built-in that a level lacks, and for what it would hang on. */
const lacking = (level: number) =>
  builtInsAfter(level)
    // What hangs on a global that is lacking itself has nothing to be looked up on.
    .filter(([holder]) => !builtInsAfter(level).some(([none, , name]) => none === '' && name === holder))
    .filter(([, , name]) => !['constructor', 'console'].includes(name))
    .map(([holder, onPrototype, name]) => {
      const owners: Readonly<Record<string, string>> = {
        '': 'globalThis',
        TypedArray: 'Object.getPrototypeOf(Int8Array)',
        IteratorPrototype: '({ prototype: Object.getPrototypeOf(Object.getPrototypeOf([].values())) })',
      }
      return { owner: `${owners[holder] ?? holder}${onPrototype ? '.prototype' : ''}`, name }
    })

describe.each([2020, 2021, 2023, 2025])(
  'what %i lacks is found by no way of asking for it',
  (ecmaVersion) => {
    test.each<readonly [way: string, found: (owner: string, name: string) => string]>([
      ['by its name', (owner, name) => `'${name}' in ${owner}`],
      ['by a name between brackets', (owner, name) => `(${owner})['${name}'] !== undefined`],
      ['by a name that is made', (owner, name) => `'${name}'.split('').join('') in ${owner}`],
      [
        'by a pattern',
        (owner, name) => `(() => { const { '${name}': found } = ${owner}; return !!found })()`,
      ],
      ['among all names', (owner, name) => `Object.getOwnPropertyNames(${owner}).includes('${name}')`],
    ])('%s', async (_way, found) => {
      const asked = lacking(ecmaVersion)
      const list = asked.map(({ owner, name }) => `${found(owner, name)} && '${owner} ${name}'`).join(',\n')
      expect(asked.length).toBeGreaterThan(5)
      expect(await evaluate(`[${list}].filter((each) => each)`, { ecmaVersion })).toEqual([])
    })
  },
)

describe('a regular expression made in the run', () => {
  const outcome = (flags: string) =>
    `(() => { try { return new RegExp("a", ${flags}).flags } catch (error) { return error instanceof SyntaxError && error.name } })()`

  test.each([
    [2015, '"gimuy"', 'gimuy'],
    [2015, '"s"', 'SyntaxError'],
    [2021, '"gs"', 'gs'],
    [2021, '"d"', 'SyntaxError'],
    [2021, '{ toString: () => "gd" }', 'SyntaxError'],
    [2022, '"d"', 'd'],
    [2022, '"v"', 'SyntaxError'],
    [2024, '"v"', 'v'],
    [2021, 'undefined', ''],
  ])('at %i with the flags %s', async (ecmaVersion, flags, expected) => {
    expect(await evaluate(outcome(flags), { ecmaVersion, force: true })).toBe(expected)
  })

  test.each([
    ['RegExp("a", "g").test("a") && RegExp(/a/i).ignoreCase', true],
    ['(() => { const one = /a/; return RegExp(one) === one && new RegExp(one) !== one })()', true],
    ['RegExp(/a/i, "g").flags', 'g'],
    ['/a/ instanceof RegExp && /a/.constructor === RegExp && new RegExp("a").constructor === RegExp', true],
    ['new (class extends RegExp { get mine() { return this.source } })("a").mine', 'a'],
    ['RegExp.name + RegExp.length', 'RegExp2'],
    ['"a1b2".split(/\\d/).join() + "aXa".replace(/a/g, "b")', 'a,b,bXb'],
    ['[..."a1b2".matchAll(/\\d/g)].length', 2],
    ['/(b)/.exec("abc") && RegExp.$1', 'b'],
    ['(() => { try { RegExp("a", Symbol()) } catch (error) { return error.name } })()', 'TypeError'],
  ])('is as it was in all else: %s', async (expression, value) => {
    expect(await evaluate(expression)).toBe(value)
  })

  test('tells where it was refused', async () => {
    const report = await runStatements(api, 'RegExp(user.id, "v")', { force: true })
    expect(report).toMatchObject({
      outcome: 'threw',
      error: { name: 'SyntaxError', message: "Invalid flags supplied to RegExp constructor 'v'", line: 2 },
    })
    expect(report.error?.stack).not.toContain('runtime.js')
  })
})

test('what a level lacks comes with members before their globals', () => {
  const names = builtInsAfter(5).map(([holder, , name]) => (holder ? `${holder} ${name}` : name))
  expect(names.indexOf('Map groupBy')).toBeLessThan(names.indexOf('Map'))
  expect(builtInsAfter(9999)).toEqual([])
})
