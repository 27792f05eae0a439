import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonValue } from '../../../../electron/contract/json.ts'
import { structuralDifference } from '../../../../renderer/features/cases/structural-difference.ts'

const shown = (expected: JsonValue | undefined, actual: JsonValue | undefined) =>
  structuralDifference(expected, actual).map(({ expected: left, actual: right, differs }) => [
    left,
    right,
    differs,
  ])

test('what belongs together stands side by side', () => {
  expect(shown({ a: 1, b: [1, 2] }, { a: 2, b: [1] })).toEqual([
    ['{', '{', false],
    ['  "a": 1', '  "a": 2', true],
    ['  "b": [', '  "b": [', false],
    ['    1', '    1', false],
    ['    2', null, true],
    ['  ]', '  ]', false],
    ['}', '}', false],
  ])
})

test('a key that the expectation does not name is no difference', () => {
  expect(shown({ a: 1 }, { a: 1, b: 2 })).toContainEqual([null, '  "b": 2', false])
})

test('a key that is missing is one', () => {
  expect(shown({ a: 1 }, {})).toContainEqual(['  "a": 1', null, true])
})

test('values of another kind stand whole beside each other', () => {
  expect(shown([1], 'text')).toEqual([
    ['[', '"text"', true],
    ['  1', null, true],
    [']', null, true],
  ])
  expect(shown('text', undefined)).toEqual([['"text"', null, true]])
})

test('a value has no difference to itself, and no line is left out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = value as JsonValue
      const lines = structuralDifference(json, json)
      expect(lines.filter(({ differs }) => differs)).toEqual([])
    }),
  )
})
