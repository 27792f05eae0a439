import { expect, test } from 'vitest'
import {
  everyRow,
  queryOf,
  shortChange,
  shortValue,
} from '../../../../renderer/features/member-runs/row-filter.ts'

test('a filter asks only for what was chosen', () => {
  expect(queryOf(everyRow)).toEqual({})
  expect(queryOf({ outcome: 'threw', text: ' ada ', path: '/jwt/roles' })).toEqual({
    outcomes: ['threw'],
    text: 'ada',
    path: '/jwt/roles',
  })
  expect(queryOf({ ...everyRow, outcome: 'dropped' })).toEqual({ dropped: true })
})

test('a change is told in a few characters', () => {
  expect(shortChange({ kind: 'added', path: '/jwt/roles' })).toBe('+ /jwt/roles')
  expect(shortValue({ kind: 'added', path: '/jwt/roles', after: ['a'] })).toBe('["a"]')
  expect(shortValue({ kind: 'removed', path: '/jwt/roles', before: 1 })).toBe('')
  expect(shortValue({ kind: 'added', path: '/jwt/a', after: 'x'.repeat(90) })).toHaveLength(41)
})
