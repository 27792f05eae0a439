import { describe, expect, test } from 'vitest'
import type { RunReport } from '../../electron/contract/models/run.ts'
import { runStatements, startStudio, type TestRun } from '../helpers/studio.ts'

const api = startStudio()

const ofRun = new Set(['console-arguments', 'console-object', 'console-warn', 'console-capped'])

/** What was written, and what was said of it. */
async function say(
  statements: string,
  request?: TestRun,
): Promise<Pick<RunReport, 'console'> & { notes: string[] }> {
  const { console, problems } = await runStatements(api, statements, request)
  const notes = problems.map(({ code }) => code).filter((code) => ofRun.has(code))
  return { console, notes }
}

describe('the console', () => {
  test('has the four levels, of which debug needs the debug field of the lambda', async () => {
    const statements = 'console.info("a")\nconsole.log("b")\nconsole.debug("c")\nconsole.error("d")'
    const entries = [
      { level: 'info', text: 'a', line: 2 },
      { level: 'info', text: 'b', line: 3 },
      { level: 'debug', text: 'c', line: 4 },
      { level: 'error', text: 'd', line: 5 },
    ]
    expect((await say(statements, { debug: true })).console).toEqual(entries)
    expect((await say(statements)).console).toEqual(entries.filter(({ level }) => level !== 'debug'))
  })

  test('warn is shown as info, and is said not to be documented', async () => {
    expect(await say('console.warn("a")')).toEqual({
      console: [{ level: 'info', text: 'a', line: 2 }],
      notes: ['console-warn'],
    })
  })

  test('has nothing else', async () => {
    const report = await runStatements(api, 'jwt.names = Object.keys(console).sort().join()')
    expect(report.arguments['jwt']).toEqual({ names: 'debug,error,info,log,warn' })
  })

  test('shows the first argument alone, and says so', async () => {
    expect(await say('console.info("a", "b")')).toEqual({
      console: [{ level: 'info', text: 'a', line: 2 }],
      notes: ['console-arguments'],
    })
  })

  test('says that an object prints in an unknown way', async () => {
    expect(await say('console.info({ a: 1 })')).toEqual({
      console: [{ level: 'info', text: '[object Object]', line: 2 }],
      notes: ['console-object'],
    })
  })

  test.each([
    ['1', '1'],
    ['null', 'null'],
    ['undefined', 'undefined'],
    ['true', 'true'],
    ['10n', '10'],
    ['Symbol("x")', 'Symbol(x)'],
    ['"lone \\uD800"', 'lone \uD800'],
    ['""', ''],
  ])('%s is printed as %s', async (value, text) => {
    expect(await say(`console.info(${value})`)).toEqual({
      console: [{ level: 'info', text, line: 2 }],
      notes: [],
    })
  })

  test('tells the line of the call inside helpers', async () => {
    const statements = 'const helper = () => {\nconsole.info("a")\n}\nhelper()'
    expect((await say(statements)).console).toEqual([{ level: 'info', text: 'a', line: 3 }])
  })

  test('keeps what was written before the lambda threw', async () => {
    const report = await runStatements(api, 'console.info("a"); throw new Error("b")')
    expect(report).toMatchObject({
      outcome: 'threw',
      console: [{ text: 'a' }],
      error: { message: 'b', line: 2 },
    })
  })

  test('a value that throws when it is printed does not end the lambda', async () => {
    const report = await runStatements(api, 'console.info({ toString() { throw 1 } }); jwt.done = true')
    expect(report).toMatchObject({
      arguments: { jwt: { done: true } },
      console: [{ text: '[value that cannot be printed]' }],
    })
  })
})
