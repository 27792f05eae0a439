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

test.each([
  ["jwt.a = RegExp(user.id, 'd')", 'error library-level 2:25'],
  ["jwt.a = new RegExp('(?<y>a)|(?<y>b)')", 'error library-level 2:20'],
  ["jwt.a = RegExp('(?i:a)', 'g')", 'error library-level 2:16'],
  ["if (user.active) jwt.a = new RegExp('(?i:a)')", 'warning library-level 2:37'],
])('a pattern given as text: %s', (statement, problem) => {
  expect(listed(populate(statement))).toEqual([problem])
})

test.each([
  String.raw`jwt.a = new RegExp('\\p{Extended_Pictographic}', 'u')`,
  String.raw`jwt.a = RegExp('(?<=a)/b\n')`,
  "jwt.a = new RegExp('', 'gs')",
  "jwt.a = new RegExp('(')",
  "jwt.a = new RegExp('(?i:a)', user.flags)",
  'jwt.a = new RegExp(user.id); jwt.b = RegExp()',
  "const RegExp = (text, flags) => text + flags; jwt.a = RegExp('(?i:a)', 'v')",
])('a pattern that the level knows, or that cannot be known: %s', (statement) => {
  expect(listed(populate(statement))).toEqual([])
})

test('a pattern of any depth is answered', () => {
  for (const piece of ['(', '[', '(?:', 'a{1}', '(?<a>', 'a|'])
    expect(listed(populate(`jwt.a = RegExp('${piece.repeat(50_000)}')`))).toEqual([])
  const deep = `${'('.repeat(50_000)}${')'.repeat(50_000)}`
  expect(listed(populate(`jwt.a = RegExp('${deep}')`))).toEqual([])
})
