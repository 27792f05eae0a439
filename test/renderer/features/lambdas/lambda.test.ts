import { expect, test } from 'vitest'
import { freeName, summaries, tabAfterClosing } from '../../../../renderer/features/lambdas/lambda.ts'
import { lambda } from '../../builders.ts'

test('a name that is free stays as it is', () => {
  expect(freeName('Roles', ['Claims'])).toBe('Roles')
})

test('a taken name gets the first free number', () => {
  expect(freeName('Roles', ['Roles', 'Roles 2', 'Roles 4'])).toBe('Roles 3')
})

test.each([
  ['the right neighbour', ['a', 'b', 'c'], 'b', 'c'],
  ['the left neighbour of the last tab', ['a', 'b'], 'b', 'a'],
  ['nothing after the only tab', ['a'], 'a', undefined],
])('closing a tab shows %s', (_what, open, closed, shown) => {
  expect(tabAfterClosing(open, closed)).toBe(shown)
})

test('typing in a lambda leaves the list as it is', () => {
  const before = summaries([lambda({ body: 'a' })])
  expect(summaries([lambda({ body: 'b' })], before)).toBe(before)
  expect(summaries([lambda({ name: 'B' })], before)).toEqual([{ id: 'a', name: 'B', type: 'JWTPopulate' }])
})
