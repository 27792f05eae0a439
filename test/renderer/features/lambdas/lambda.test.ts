import { expect, test } from 'vitest'
import { freeName, movedTab, tabAfterClosing } from '../../../../renderer/features/lambdas/lambda.ts'

test('a name that is free stays as it is', () => {
  expect(freeName('Roles', ['Claims'])).toBe('Roles')
})

test('a taken name gets the first free number', () => {
  expect(freeName('Roles', ['Roles', 'Roles 2', 'Roles 4'])).toBe('Roles 3')
})

test.each([
  ['the right neighbour', ['a', 'b', 'c'], 'b', ['b'], 'c'],
  ['the left neighbour of the last tab', ['a', 'b'], 'b', ['b'], 'a'],
  ['nothing after the only tab', ['a'], 'a', ['a'], undefined],
  ['the tab that stays where others are closed', ['a', 'b', 'c'], 'b', ['a', 'c'], 'b'],
  ['the nearest one left where several go', ['a', 'b', 'c'], 'c', ['b', 'c'], 'a'],
])('closing tabs shows %s', (_what, open, shown, closed, next) => {
  expect(tabAfterClosing(open, shown, closed)).toBe(next)
})

test.each([
  ['one place on', 1, ['b', 'a', 'c']],
  ['past the end, to the end', 9, ['b', 'c', 'a']],
  ['past the beginning, nowhere', -1, ['a', 'b', 'c']],
])('a tab is moved %s', (_where, by, after) => {
  expect(movedTab(['a', 'b', 'c'], 'a', by)).toEqual(after)
})

test('a tab that is not open is not moved', () => {
  expect(movedTab(['a', 'b'], 'c', 1)).toEqual(['a', 'b'])
})
