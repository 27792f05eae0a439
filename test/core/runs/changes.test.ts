import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../../electron/contract/json.ts'
import { findChanges, isEqual, pointer } from '../../../electron/core/runs/changes.ts'
import { keysOf, valueAt, withValueAt } from '../../../electron/core/runs/json-pointer.ts'

const key = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'a/b', '~', '~1', '', '0', 'toString'),
)
const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.string(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value
const object = fc
  .array(fc.tuple(key, json), { maxLength: 6 })
  .map((entries): JsonObject => Object.fromEntries(entries))

test('making the changes one after the other turns the value before into the value after', () => {
  fc.assert(
    fc.property(object, object, (before, after) => {
      const made = findChanges(before, after).reduce(
        (value, { path, after: next }) => withValueAt(value, path, next),
        before,
      )
      expect(isEqual(made, after)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a value does not differ from its copy', () => {
  fc.assert(fc.property(json, (value) => findChanges(value, structuredClone(value)).length === 0))
})

test('each change names the values that stand at its place', () => {
  fc.assert(
    fc.property(object, object, (before, after) => {
      for (const change of findChanges(before, after)) {
        expect(valueAt(before, change.path)).toEqual(change.before)
        expect(valueAt(after, change.path)).toEqual(change.after)
      }
    }),
  )
})

test('a pointer gives back the keys it was made of', () => {
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      expect(keysOf(keys.reduce((path, each) => pointer(path, each), ''))).toEqual(keys)
    }),
  )
})

test('what is gone from the end of an array is told last first', () => {
  expect(findChanges([1, 2, 3], [1]).map(({ path }) => path)).toEqual(['/2', '/1'])
})

test('an object in place of an array is a change, not a difference of keys', () => {
  expect(findChanges({ a: [1] }, { a: { 0: 1 } })).toEqual([
    { path: '/a', kind: 'changed', before: [1], after: { 0: 1 } },
  ])
})

test('a huge difference is listed up to the limit', () => {
  const before = new Array<number>(200_000).fill(1)
  expect(
    findChanges(
      before,
      before.map((each) => each + 1),
    ),
  ).toHaveLength(1000)
  expect(findChanges(before, [])).toHaveLength(1000)
  expect(findChanges([], before, '', 5)).toHaveLength(5)
})
