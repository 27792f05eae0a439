import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

test.each([
  ["jwt.a = Object.hasOwn(user, 'a')", 'error library-level 2:9'],
  ['jwt.a = Object.groupBy([], String)', 'error library-level 2:9'],
  ['jwt.a = [1].at(-1)', 'error library-level 2:13'],
  ["jwt.a = user.email.split('@').at(-1)", 'error library-level 2:31'],
  ['jwt.a = user.memberships.at(-1)', 'warning library-level 2:26'],
  ['jwt.a = user.memberships.findLast(Boolean)', 'warning library-level 2:26'],
  ['jwt.a = user.memberships.toSorted()', 'warning library-level 2:26'],
  ['if (user.active) jwt.a = [1].at(-1)', 'warning library-level 2:30'],
  ["throw new Error('a', { cause: 1 })", 'warning library-level 2:22'],
  ["jwt.a = new RegExp(user.id, 'gv')", 'error library-level 2:29'],
  ['jwt.a = new Iterator()', 'error library-level 2:13'],
])('%s', (statement, problem) => {
  expect(listed(populate(statement))).toEqual([problem])
})

test('what the level has is no problem', () => {
  const statements =
    "jwt.a = 'a'.replaceAll(new RegExp('a', 'gs'), 'b'); jwt.b = Object.fromEntries([]); jwt.c = [1].flat().includes(1)"
  expect(listed(populate(statements))).toEqual([])
  expect(
    listed(populate('jwt.a = [1].at(-1); jwt.b = Object.hasOwn(user, 1)'), { ecmaVersion: 2022 }),
  ).toEqual([])
})

test('a method that the body gives to its own objects is no problem', () => {
  expect(listed(`var list = { at: function (n) { return n } }\n${populate('jwt.a = list.at(1)')}`)).toEqual(
    [],
  )
})

test('a call that asks first is no problem', () => {
  expect(listed(populate('jwt.a = user.memberships.at?.(0)'))).toEqual([])
})
