import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Problem } from '../../../electron/contract/models/problem.ts'
import { lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { documentation } from '../../../electron/core/checks/codes.ts'
import { listed, populate, problemsOf } from './problems-of.ts'

const folder = join(import.meta.dirname, '../../fixtures/lambdas')
const lambdas = globSync('*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))

const types = fc.constantFrom(...lambdaTypes.map(({ type }) => type))
const tokens =
  'function populate async await ( ) { } [ ] => = ; , . ?. ?? jwt user registration context fetch console log typeof with delete return if try catch finally for of class # static import export new Promise ` ${ } /a/ "x" 1 \n'

/** A lambda with a piece taken out, put in twice or put elsewhere: nearly right, as text is while it is typed. */
const damaged = fc
  .tuple(fc.constantFrom(...lambdas), fc.nat(), fc.nat(60), fc.nat())
  .map(([body, from, length, to]) => {
    const start = from % body.length
    const piece = body.slice(start, start + length)
    const rest = body.slice(0, start) + body.slice(start + length)
    return rest.slice(0, to % (rest.length + 1)) + piece + rest.slice(to % (rest.length + 1))
  })

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...tokens.split(' ')), { maxLength: 60 }).map((words) => words.join(' ')),
  damaged,
)

function expectSound(body: string, { code, message, line, column, fix }: Problem): void {
  expect(message).not.toContain('did not expect')
  expect(documentation(code)).toBe(`docs/checks/${code}.md`)
  const lines = body.split(/\r\n|[\n\r\u2028\u2029]/)
  expect(line).toBeLessThanOrEqual(lines.length)
  expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 2)
  if (fix) expect(0 <= fix.start && fix.start <= fix.end && fix.end <= body.length).toBe(true)
}

test('any text is answered with problems whose places and fixes lie in it', () => {
  fc.assert(
    fc.property(texts, types, fc.constantFrom(5, 2015, 2021, 2024), (body, type, ecmaVersion) => {
      for (const problem of problemsOf(body, { type, ecmaVersion })) expectSound(body, problem)
    }),
    { numRuns: 1500 },
  )
})

test('the same text is always answered alike', () => {
  fc.assert(
    fc.property(damaged, types, (body, type) => {
      expect(problemsOf(body, { type })).toEqual(problemsOf(body, { type }))
    }),
  )
})

test('a body of any depth or size is answered', () => {
  const shapes = [
    '[',
    '(',
    '{',
    '!',
    'a+',
    'a.b',
    'a=>',
    'a?b:',
    'if(a);else ',
    'x`${',
    'for(;;){',
    'try{',
    '/(',
  ]
  for (const shape of shapes) {
    for (const times of [100, 3000, 50_000]) expect(problemsOf(shape.repeat(times)).length).toBeGreaterThan(0)
  }
  expect(problemsOf('x'.repeat(5_000_000)).map(({ code }) => code)).toEqual(['body-too-large'])
})

test('a long chain of members is checked about as fast as a text of its length', () => {
  const begun = performance.now()
  expect(listed(populate(`jwt.a = user${'.data'.repeat(3000)}`))).toEqual(['info unguarded-data 2:9'])
  expect(performance.now() - begun).toBeLessThan(3000)
})
