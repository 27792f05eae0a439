import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../../electron/contract/json.ts'
import { caseFile } from '../../../electron/contract/models/case.ts'
import { expectationOf } from '../../../electron/core/cases/expectation-of.ts'
import { failuresOf } from '../../../electron/core/cases/match.ts'
import { findChanges } from '../../../electron/core/runs/changes.ts'

const reportOf = (before: JsonObject, after: JsonObject) => ({
  outcome: 'completed' as const,
  arguments: after,
  changes: findChanges(before, after),
  console: [
    { level: 'info' as const, text: 'hello' },
    { level: 'info' as const, text: '' },
  ],
  dropped: [{ path: '/jwt/sub', reason: 'reserved' as const, message: '' }],
  error: null,
})

test('what the lambda changed is expected, lists whole, and nothing else', () => {
  const report = reportOf(
    { jwt: { roles: ['a'], sub: '1', old: 1 }, user: { id: '1' } },
    { jwt: { roles: ['a', 'b'], sub: '1', plan: 'team' }, user: { id: '1' } },
  )
  expect(expectationOf(report, {})).toEqual({
    outcome: 'completed',
    arguments: { jwt: { roles: ['a', 'b'], plan: 'team' } },
    absent: ['/jwt/old'],
  })
})

test('only the parts chosen are expected', () => {
  const report = reportOf({ jwt: {} }, { jwt: { a: 1, b: 2 } })
  const choice = { outcome: false, arguments: ['/jwt/b'], absent: false, console: true, dropped: true }
  expect(expectationOf(report, choice)).toEqual({
    arguments: { jwt: { b: 2 } },
    console: ['hello'],
    dropped: ['/jwt/sub'],
  })
})

test('a throw is expected with its message', () => {
  const error = { name: 'TypeError', message: 'no data', line: 1, column: 1, stack: '' }
  const report = { ...reportOf({}, {}), outcome: 'threw' as const, error }
  expect(expectationOf(report, {})).toEqual({ outcome: 'threw', throws: 'no data' })
})

const tree = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }) as fc.Arbitrary<JsonObject>

test('every report meets the expectation made from it', () => {
  const which = fc.constantFrom('changes' as const, 'all' as const, 'none' as const)
  fc.assert(
    fc.property(tree, tree, which, (before, after, chosen) => {
      const report = reportOf({ jwt: before }, { jwt: after })
      const expected = expectationOf(report, { arguments: chosen, console: true, dropped: true })
      expect(failuresOf(expected, report)).toEqual([])
      expect(caseFile.safeParse({ input: {}, expect: expected }).success).toBe(true)
    }),
  )
})
