import { describe, expect, test } from 'vitest'
import type { RunOutcome } from '../../electron/contract/models/run.ts'
import { requestOf, runStatements, startStudio, type TestRun } from '../helpers/studio.ts'
import { expectHealthy, expectNothingOfHost } from './attack.ts'

const api = startStudio()
const brief: TestRun = { limits: { timeMs: 300, memoryMb: 32 } }
/** Time enough for a body to get to its other limit, also on a machine that is busy. */
const patient: TestRun = { limits: { timeMs: 4000, memoryMb: 32 } }

function limitsFor(outcomes: readonly RunOutcome[]): TestRun {
  return outcomes[0] === 'timed-out' ? brief : patient
}

/** Bodies that ignore a limit, and what the report may say: more than one only where two limits are reached at once. */
const bombs: readonly (readonly [name: string, statements: string, outcomes: readonly RunOutcome[]])[] = [
  ['a loop without end', 'for (;;);', ['timed-out']],
  [
    'a loop that catches everything',
    'for (;;) { try { for (;;); } catch (error) {} finally { continue } }',
    ['timed-out'],
  ],
  ['a catastrophic pattern', '/^(a+)+$/.test("a".repeat(40) + "b")', ['timed-out']],
  ['a catastrophic pattern in replace', '"a".repeat(40).replace(/(a*)*b/g, "")', ['timed-out']],
  [
    'a recursion through a getter',
    'Object.defineProperty(jwt, "a", { enumerable: true, get() { for (;;); } })',
    ['timed-out'],
  ],
  ['many small objects', 'const all = []; for (;;) all.push({ a: 1 })', ['out-of-memory']],
  ['a map that grows', 'const all = new Map(); for (let i = 0; ; i++) all.set(i, { i })', ['out-of-memory']],
  [
    'JSON that grows',
    'let all = [1]; for (;;) all = JSON.parse(JSON.stringify([all, all]))',
    ['out-of-memory', 'threw'],
  ],
  [
    'text that doubles and is looked at',
    'let text = "ab"; for (;;) { text += text; text.charCodeAt(text.length >> 1); /b/.test(text) }',
    ['out-of-memory', 'threw'],
  ],
  [
    'closures that hold each other',
    'let last = null; for (;;) { const held = last; last = () => [held, new Array(10).fill(1)] }',
    ['out-of-memory'],
  ],
  [
    'a flood of typed arrays',
    'const all = []; for (;;) all.push(new Uint8Array(1e7).fill(1))',
    ['threw', 'out-of-memory', 'timed-out'],
  ],
  ['one typed array of four gigabytes', 'jwt.a = new Uint8Array(4e9).length', ['threw']],
  ['new Array(1e9).fill(0)', 'new Array(1e9).fill(0)', ['out-of-memory']],
  [
    'arrays in objects without end',
    'const all = []; for (;;) all.push({ x: new Array(1000).fill(1) })',
    ['out-of-memory'],
  ],
  [
    'a sort of three million numbers',
    'const all = []; for (let i = 0; i < 3e6; i++) all.push(Math.random()); all.sort()',
    ['out-of-memory', 'timed-out'],
  ],
  ['squares of a big integer', 'let n = 3n; for (;;) n *= n', ['timed-out', 'out-of-memory', 'threw']],
  ['a text split into single characters', '"x".repeat(2 ** 29 - 30).split("")', ['out-of-memory']],
  ['a text that is too long', '"x".repeat(2 ** 30)', ['threw']],
  ['an array that is too long', 'new Array(2 ** 32)', ['threw']],
  ['a recursion without end', 'const dive = () => dive() + 1; dive()', ['threw']],
  [
    'a recursion through a proxy',
    'const made = new Proxy({}, { get: (target, key, receiver) => receiver[key] }); made.x',
    ['threw'],
  ],
  [
    'a recursion through toString',
    'const made = { toString: () => `${made}` }; console.info(made); jwt.done = true',
    ['completed'],
  ],
  ['a promise that never settles', 'jwt.done = true; return new Promise(() => {})', ['completed']],
  [
    'a pattern of many groups',
    'new RegExp("(".repeat(30000) + ")".repeat(30000)).test("a")',
    ['threw', 'completed', 'timed-out'],
  ],
  [
    'code nested too deeply to be parsed',
    'Function("return " + "(".repeat(200000) + "1" + ")".repeat(200000))',
    ['threw'],
  ],
  [
    'code of many megabytes',
    'Function("x".repeat(20) + "=1;".repeat(3e6))',
    ['out-of-memory', 'timed-out', 'threw', 'completed'],
  ],
  [
    'JSON nested too deeply to be written',
    'let at = {}; for (let i = 0; i < 1e5; i++) at = { at }; JSON.stringify(at)',
    ['threw'],
  ],
  [
    'JSON nested too deeply to be read',
    'JSON.parse("[".repeat(1e6) + "]".repeat(1e6)); jwt.done = true',
    ['completed', 'out-of-memory', 'threw'],
  ],
  [
    'a flat that goes too deep',
    'let at = []; for (let i = 0; i < 1e5; i++) at = [at]; at.flat(Infinity)',
    ['threw'],
  ],
  ['a comparison without end', '[3, 2, 1].sort(() => { for (;;); })', ['timed-out']],
  [
    'a generator without end',
    'Array.from((function* () { for (;;) yield 1 })())',
    ['out-of-memory', 'timed-out'],
  ],
  [
    'a copy of an endless iterator',
    'jwt.a = [...{ [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) }]',
    ['out-of-memory', 'timed-out'],
  ],
  [
    'a normalisation of a huge text',
    'let text = "\\u0344".repeat(5e6); for (;;) text.normalize("NFD")',
    ['timed-out', 'out-of-memory', 'threw'],
  ],
  ['a console that is flooded', 'for (;;) console.info("x")', ['timed-out']],
  ['a flood of requests', 'for (;;) try { fetch("https://a.example") } catch (error) {}', ['timed-out']],
]

describe('whatever a body uses up, the run ends, the host lives and the next run is well', () => {
  test.each(bombs)('%s', async (_name, statements, outcomes) => {
    const report = await runStatements(api, statements, limitsFor(outcomes))
    expect(outcomes).toContain(report.outcome)
    expectNothingOfHost(report)
    if (report.outcome !== 'completed') {
      expect(report.arguments).toEqual({ jwt: {}, user: { id: 'u' }, registration: {} })
      expect(report.changes).toEqual([])
    }
    await expectHealthy(api)
  })

  test.each(bombs.filter(([, statements]) => !/jwt|return/.test(statements)).slice(0, 12))(
    '%s, at the top level of a body',
    async (_name, statements, outcomes) => {
      const report = await api.runs.run(
        requestOf(`${statements}\nfunction populate() {}`, limitsFor(outcomes)),
      )
      expect(outcomes).toContain(report.outcome)
      await expectHealthy(api)
    },
  )

  test('a getter in place of the function is ended too', async () => {
    const body = 'Object.defineProperty(globalThis, "populate", { get() { for (;;); } })'
    expect((await api.runs.run(requestOf(body, brief))).outcome).toBe('timed-out')
    await expectHealthy(api)
  })
})

describe('a body that cannot be parsed', () => {
  const deep: readonly (readonly [string, string])[] = [
    ['parentheses', `${'('.repeat(100_000)}1${')'.repeat(100_000)}`],
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['functions', `${'function f(){'.repeat(20_000)}${'}'.repeat(20_000)}`],
    ['template strings', '`${'.repeat(50_000) + '1' + '}`'.repeat(50_000)],
    ['additions', `1${'+1'.repeat(200_000)}`],
    ['a broken surrogate', 'const a = "\uD800\uD800'],
    ['a null character', 'function populate() {\0}'],
    ['nothing', ''],
    ['a hashbang alone', '#!/usr/bin/env node'],
    ['a body that closes what the studio never opened', '}})(); throw 1'],
  ]

  test.each(deep)('%s', async (_name, text) => {
    const report = await api.runs.run(requestOf(text))
    expect(['threw', 'out-of-memory', 'timed-out']).toContain(report.outcome)
    expectNothingOfHost(report)
    await expectHealthy(api)
  })
})

describe('what the limits leave of a report', () => {
  test('a run that is late keeps its console, or says that it is lost where V8 could not stop it in time', async () => {
    const report = await runStatements(api, 'console.info("before"); for (;;);', brief)
    const isLost = report.problems.some(({ code }) => code === 'console-lost')
    expect(report.outcome).toBe('timed-out')
    expect(report.console).toEqual(isLost ? [] : [{ level: 'info', text: 'before', line: 2 }])
  })

  test('a run that was ended from outside says that its console is lost, and how long it took', async () => {
    const report = await runStatements(api, 'console.info("before"); new Array(1e9).fill(0)', brief)
    expect(report.console).toEqual([])
    expect(report.problems.map(({ code }) => code)).toContain('console-lost')
    expect(report.durationMs).toBeGreaterThan(0)
  })

  test('the console is capped by entries, and that is said', async () => {
    const report = await runStatements(api, 'for (let i = 0; i < 5000; i++) console.info(i)')
    expect(report.console).toHaveLength(1000)
    expect(report.problems.map(({ code }) => code)).toContain('console-capped')
  })

  test('the console is capped by size, and what fits is kept', async () => {
    const report = await runStatements(
      api,
      'console.info("a".repeat(200000)); console.info("b".repeat(200000))',
    )
    expect(report.console.map(({ text }) => text.length)).toEqual([200_000, 256 * 1024 - 200_000])
    expect(report.problems.map(({ code }) => code)).toContain('console-capped')
  })

  test('requests are capped, and that is said', async () => {
    const report = await runStatements(
      api,
      'let refused = 0; for (let i = 0; i < 1500; i++) try { fetch("https://a.example/" + i) } catch (error) { refused++ } jwt.refused = refused',
    )
    expect(report.fetches).toHaveLength(1000)
    expect(report.arguments['jwt']).toEqual({ refused: 1500 })
    expect(report.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['fetch-capped', 'fetch-unmatched']),
    )
  })

  test('an address of a megabyte is cut in the report', async () => {
    const report = await runStatements(
      api,
      'try { fetch("https://a.example/" + "x".repeat(1e6)) } catch (error) {}',
    )
    expect(report.fetches[0]?.url.length).toBe(2000)
  })

  test('a run of another memory limit gets it', async () => {
    const statements =
      'const all = []; for (let i = 0; i < 100; i++) all.push(new Array(131072).fill(i)); jwt.done = true'
    const small = await runStatements(api, statements, { limits: { timeMs: 5000, memoryMb: 32 } })
    const large = await runStatements(api, statements, { limits: { timeMs: 5000, memoryMb: 256 } })
    expect([small.outcome, large.outcome]).toEqual(['out-of-memory', 'completed'])
  })
})
