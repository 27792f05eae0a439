import { describe, expect, test } from 'vitest'
import type { RunReport } from '../../electron/contract/models/run.ts'
import { requestOf, startStudio, type TestRun } from '../helpers/studio.ts'

const api = startStudio()

async function cover(body: string, request: TestRun = {}): Promise<RunReport> {
  return api.runs.run(requestOf(body, { coverage: true, ...request }))
}

/** How often each character ran: a later range tells more of its stretch than an earlier one. */
function countsOf(body: string, { coverage = [] }: RunReport): number[] {
  const counts = new Array<number>(body.length).fill(0)
  for (const { start, end, count } of coverage) counts.fill(count, start, end)
  return counts
}

function countAt(body: string, report: RunReport, text: string): number | undefined {
  return countsOf(body, report)[body.indexOf(text)]
}

describe('step coverage', () => {
  const body = `// Ünïcode and 👍 count as they do in the text.
function populate(jwt, user) {
  if (user.id === 'u') {
    jwt.then = helper(1)
  } else {
    jwt.otherwise = helper(2)
  }
  for (let i = 0; i < 3; i++) jwt.loop = i
  return jwt.a ?? 'none'
}
function helper(value) { return value > 5 ? 'big' : 'small' }
function never() { return 1 }
`

  test('tells which blocks ran, and how often', async () => {
    const report = await cover(body)
    const at = (text: string): number | undefined => countAt(body, report, text)
    expect([
      at('jwt.then = '),
      at('jwt.otherwise'),
      at('jwt.loop'),
      at("'big'"),
      at("'small'"),
      at('return 1'),
    ]).toEqual([1, 0, 3, 0, 1, 0])
  })

  test('has ranges within the body, each function from its first to its last character', async () => {
    const report = await cover(body)
    for (const { start, end } of report.coverage ?? []) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(body.length)
    }
    const texts = report.coverage?.map(({ start, end }) => body.slice(start, end)) ?? []
    expect(texts).toContain(body)
    expect(texts).toContain('function never() { return 1 }')
    expect(texts).toContain("function helper(value) { return value > 5 ? 'big' : 'small' }")
  })

  test('differs by input', async () => {
    const report = await cover(body, { input: { jwt: {}, user: { id: 'other' } } })
    expect([countAt(body, report, 'jwt.then = '), countAt(body, report, 'jwt.otherwise')]).toEqual([0, 1])
  })

  test('is there for a lambda that threw, up to where it did', async () => {
    const text =
      'function populate() {\n  first()\n  throw new Error("x")\n  last()\n}\nfunction first() {}\nfunction last() { return 7 }'
    const report = await cover(text)
    expect(report.outcome).toBe('threw')
    expect([countAt(text, report, 'first()'), countAt(text, report, 'return 7')]).toEqual([1, 0])
  })

  test('is there where the body threw at its top level', async () => {
    const text = 'function populate() { return 7 }\nthrow new Error("x")'
    const report = await cover(text)
    expect([countAt(text, report, 'throw'), countAt(text, report, 'return 7')]).toEqual([1, 0])
  })

  test('covers one line and many functions', async () => {
    const text = 'const a = () => 1, b = () => 2; var populate = (jwt) => { jwt.a = a() }'
    const report = await cover(text)
    expect([
      countAt(text, report, '=> 1'),
      countAt(text, report, '=> 2'),
      countAt(text, report, 'jwt.a'),
    ]).toEqual([1, 0, 1])
  })

  test('changes nothing else of the report', async () => {
    const measured = { coverage: undefined, durationMs: 0, heapBytes: 0 }
    const covered = await cover(body)
    const plain = await cover(body, { coverage: false })
    expect(covered.durationMs).toBeGreaterThan(0)
    expect(covered.heapBytes).toBeGreaterThan(0)
    expect({ ...covered, ...measured }).toEqual({ ...plain, ...measured })
    expect(plain).not.toHaveProperty('coverage')
  })

  test('of a run that was ended is not told', async () => {
    const report = await cover('function populate() { for (;;); }', { limits: { timeMs: 200 } })
    expect(report.outcome).toBe('timed-out')
    expect(report).not.toHaveProperty('coverage')
  })

  test('many covered runs one after the other leave the sandbox well', async () => {
    for (let i = 0; i < 30; i++) expect((await cover(body)).outcome).toBe('completed')
  })
})

describe('while coverage is measured', () => {
  test('a body that outgrows its memory is told as such', async () => {
    const report = await cover('function populate() { const all = []; for (;;) all.push({ all }) }', {
      limits: { timeMs: 20_000, memoryMb: 32 },
    })
    expect(report.outcome).toBe('out-of-memory')
    expect((await cover('function populate() {}')).outcome).toBe('completed')
  })

  test('nothing of the inspector is in reach of the body, and a debugger statement waits for nobody', async () => {
    const names = ['inspect', 'monitor', 'queryObjects', 'getEventListeners', 'copy', '$_', '$0', 'profile']
    const report = await cover(`function populate(jwt) {
  debugger
  jwt.found = ${JSON.stringify(names)}.filter((name) => name in globalThis)
  jwt.console = Object.keys(console)
}`)
    expect(report).toMatchObject({
      outcome: 'completed',
      arguments: { jwt: { found: [], console: ['info', 'log', 'debug', 'error', 'warn'] } },
    })
  })
})
