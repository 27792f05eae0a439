import { describe, expect, test } from 'vitest'
import { runStatements, startStudio } from '../helpers/studio.ts'
import { attack, expectHealthy, testAttacks } from './attack.ts'

const api = startStudio()

describe('promises and async functions reach nothing', () => {
  testAttacks(api, [
    [
      'a then that is handed functions',
      'Promise.resolve({ then(resolve, reject) { look(resolve); look(reject); resolve() } })',
    ],
    [
      'a returned thenable',
      'jwt.reached = reached; return { then(...args) { for (const arg of args) look(arg); reached.push("called") } }',
    ],
    ['an async function that throws', '(async () => { throw new Error("x") })()'],
    ['a rejected promise that nobody handles', 'Promise.reject(new Error("x"))'],
    ['await on a getter', '(async () => { await { get then() { look(this); return undefined } } })()'],
    [
      'an async iterator',
      '(async () => { for await (const each of { [Symbol.asyncIterator]() { look(this); return { next: async () => ({ done: true }) } } }) look(each) })()',
    ],
    [
      'a changed Promise.prototype.then',
      'Promise.prototype.then = function (...args) { for (const arg of args) look(arg); return this }; (async () => { await 1 })()',
    ],
    [
      'a changed species of promises',
      'Object.defineProperty(Promise, Symbol.species, { value: function (run) { run((x) => look(x), look) } }); Promise.resolve(1).finally(() => 0)',
    ],
    [
      'a changed Promise',
      'globalThis.Promise = function (run) { look(run); run(look, look) }; (async () => 1)()',
    ],
    [
      'a constructor of a promise',
      'const made = Promise.resolve(1); made.constructor = function (run) { look(run); run(look, look) }; made.then(() => 1)',
    ],
    [
      'an async generator that is left early',
      'const made = (async function* () { try { yield 1 } finally { look(this) } })(); made.next(); made.return(1)',
    ],
    [
      'Promise.any without a winner',
      'Promise.any([Promise.reject(1)]).catch((error) => { look(error); look(error.stack) })',
    ],
    ['work left for later', 'Promise.resolve().then(() => { jwt.late = true; globalThis.leftover = true })'],
    ['a promise in the arguments', 'jwt.promise = Promise.resolve(1)'],
  ])
})

test('what a promise does after the function has returned is not in the report', async () => {
  const report = await runStatements(api, 'jwt.now = 1; Promise.resolve().then(() => { jwt.late = 1 })')
  expect(report.arguments['jwt']).toEqual({ now: 1 })
})

test('a returned promise is told as a problem, and nobody waits for it', async () => {
  const report = await runStatements(api, 'return new Promise(() => {})')
  expect(report.outcome).toBe('completed')
  expect(report.problems.map(({ code }) => code)).toContain('promise-returned')
})

test('a rejection that nobody handles is a problem, and keeps what the function left', async () => {
  const report = await runStatements(api, 'jwt.a = 1; Promise.reject(new Error("lost"))')
  expect(report).toMatchObject({ outcome: 'completed', error: null, arguments: { jwt: { a: 1 } } })
  expect(report.problems).toContainEqual(
    expect.objectContaining({
      code: 'rejection-unhandled',
      message: expect.stringContaining('lost') as string,
    }),
  )
})

test('a then that throws when it is read changes nothing', async () => {
  const report = await runStatements(api, 'jwt.a = 1; return { get then() { throw new Error("x") } }')
  expect(report).toMatchObject({ outcome: 'completed', error: null, arguments: { jwt: { a: 1 } } })
})

const endless: readonly (readonly [string, string])[] = [
  ['a promise that makes the next one', 'const next = () => Promise.resolve().then(next); next()'],
  ['an async loop', '(async () => { for (;;) await 1 })()'],
  [
    'two that wake each other',
    'const a = () => Promise.resolve().then(b); const b = () => Promise.resolve().then(a); a()',
  ],
  ['a job that never ends', 'Promise.resolve().then(() => { for (;;); })'],
]

describe('jobs without end are ended at the time limit', () => {
  test.each(endless)('%s', async (_name, statements) => {
    const report = await attack(api, statements, { limits: { timeMs: 150 } })
    expect(report.outcome).toBe('timed-out')
  })
})

test('what a registry of finalizers would do is never done, so it cannot hang a later run', async () => {
  const body = `new FinalizationRegistry(() => { for (;;); })`
  const hold = `const registry = ${body}; for (let i = 0; i < 1000; i++) registry.register({ a: new Array(100) }, i)`
  for (let round = 0; round < 5; round++) {
    const report = await runStatements(
      api,
      `${hold}\nlook = []; for (let i = 0; i < 100; i++) look.push(new Array(1000))`,
    )
    expect(report.outcome).toBe('completed')
    await expectHealthy(api)
  }
})
