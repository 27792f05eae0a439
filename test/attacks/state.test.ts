import { describe, expect, test } from 'vitest'
import { runLambdas, type RunResult } from '../../electron/core/runs/run-lambdas.ts'
import { SandboxPool } from '../../electron/core/runs/sandbox-pool.ts'
import { launcher, requestOf, startStudio } from '../helpers/studio.ts'

const api = startStudio()

/** What a first run leaves behind, and an expression that must be false in a second run of the same body. */
const marks: readonly (readonly [name: string, leave: string, isThere: string])[] = [
  ['a global variable', 'leftover = 1', 'typeof leftover !== "undefined"'],
  ['a property of the global object', 'globalThis.leftover = 1', '"leftover" in globalThis'],
  ['a variable of the body', 'count++', 'count > 0'],
  ['a field of a class of the body', 'Holder.kept = 1', 'Holder.kept === 1'],
  ['a property of a function of the body', 'populate.kept = 1', 'populate.kept === 1'],
  ['a property of a template object', 'kept.set(strings(), 1)', 'kept.size > 0'],
  ['a method on Array.prototype', 'Array.prototype.leftover = 1', '[].leftover === 1'],
  ['a property on Object.prototype', 'Object.prototype.leftover = 1', '({}).leftover === 1'],
  ['a changed method of a prototype', 'String.prototype.trim = () => "forged"', '"a".trim() !== "a"'],
  ['a changed JSON', 'JSON.parse = () => "forged"', 'JSON.parse("1") !== 1'],
  ['a deleted built-in', 'delete globalThis.Map', 'typeof Map === "undefined"'],
  ['a frozen prototype', 'Object.freeze(Array.prototype)', 'Object.isFrozen(Array.prototype)'],
  [
    'a property of a registered symbol',
    'Object.prototype[Symbol.for("kept")] = 1',
    '({})[Symbol.for("kept")] === 1',
  ],
  [
    'a property of a well-known symbol',
    'Array.prototype[Symbol.toStringTag] = "x"',
    '[][Symbol.toStringTag] === "x"',
  ],
  ['a changed Error', 'Error.prepareStackTrace = () => "forged"', 'new Error().stack === "forged"'],
  ['a changed console', 'console.info = () => undefined; console.kept = 1', 'console.kept === 1'],
  ['a changed fetch', 'fetch.kept = 1', 'fetch.kept === 1'],
  [
    'a changed FusionAuth helper',
    'FusionAuth.kept = 1; FusionAuth.ActiveDirectory.kept = 1',
    'FusionAuth.kept === 1 || FusionAuth.ActiveDirectory.kept === 1',
  ],
  ['the legacy properties of RegExp', '/(kept)/.exec("kept")', 'RegExp.$1 === "kept"'],
  ['the last index of a pattern of the body', 'pattern.test("aa")', 'pattern.lastIndex !== 0'],
  ['a changed Math', 'Math.random = () => 7', 'Math.random() === 7'],
  ['a changed Date', 'Date.now = () => 7', 'Date.now() === 7'],
  ['a changed argument', 'user.kept = 1; context.kept = 1', 'user.kept === 1 || context.kept === 1'],
  ['a secret service', 'context.services.secrets.kept = 1', 'context.services.secrets.kept === 1'],
]

describe('nothing of a run is there in the next run of the same body', () => {
  test.each(marks)('%s', async (_name, leave, isThere) => {
    const body = `let count = 0; class Holder {} const pattern = /a/g
      const strings = () => ((parts) => parts)\`a\`; const kept = new Map()
      function populate(jwt, user, registration, context) { jwt.there = ${isThere}; ${leave} }`
    const run = () => api.runs.run(requestOf(body))
    const reports = [await run(), await run(), await run()]
    expect(reports.map(({ outcome }) => outcome)).toEqual(['completed', 'completed', 'completed'])
    expect(reports.map((report) => report.arguments['jwt'])).toEqual([
      { there: false },
      { there: false },
      { there: false },
    ])
  })

  test('random numbers differ between runs unless a seed is given', async () => {
    const body = 'function populate(jwt) { jwt.random = Math.random() }'
    const draw = async (seed?: number) => (await api.runs.run(requestOf(body, { seed }))).arguments['jwt']
    expect(await draw()).not.toEqual(await draw())
    expect(await draw(5)).toEqual(await draw(5))
    expect(await draw(5)).not.toEqual(await draw(6))
  })

  test('many runs at once do not see each other', async () => {
    const pool = new SandboxPool({ launcher, size: 2, spares: 0, onChange: () => undefined })
    const body = 'let seen = 0; function populate(jwt) { jwt.seen = typeof leftover; leftover = ++seen }'
    const results: RunResult[] = []
    await runLambdas(pool, new Array(200).fill(requestOf(body)) as never, (result) => results.push(result))
    pool.close()
    const claims = results.map((result) => (result.kind === 'report' ? result.report.arguments['jwt'] : null))
    expect(claims).toEqual(new Array(200).fill({ seen: 'undefined' }))
  })
})
