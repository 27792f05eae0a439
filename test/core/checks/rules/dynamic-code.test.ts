import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

test('code from text is told', () => {
  expect(listed(populate("eval('1')\nnew Function('a', 'b')\nFunction('a')"))).toEqual([
    'warning dynamic-code 2:1',
    'warning dynamic-code 3:1',
    'warning dynamic-code 4:1',
  ])
})

test('a function of that name in the body is its own', () => {
  expect(listed(`function evaluate(x) {}\nvar Function = evaluate\n${populate('Function(1)')}`)).toEqual([])
})

test('names inside with are not judged', () => {
  expect(listed(populate('with (jwt) { plan = other }'))).toEqual(['warning with-statement 2:1'])
})

test.each([
  ["const run = eval\nrun('1')", 'warning dynamic-code 2:13'],
  ["(0, eval)('1')", 'warning dynamic-code 2:1'],
  ["globalThis.eval('1')", 'warning dynamic-code 2:1'],
  ["globalThis['Function']('1')", 'warning dynamic-code 2:1'],
  ["jwt.a = (() => 1).constructor('return 1')()", 'warning dynamic-code 2:9'],
  ["jwt.a = [].at.constructor('return 1')()", null],
  ["jwt.a = [].constructor.constructor('return 1')()", 'warning dynamic-code 2:9'],
  ["const { name } = (function () {}).constructor('return 1')", 'warning dynamic-code 2:18'],
])('a maker of code by another name: %s', (statements, problem) => {
  expect(listed(populate(statements), { ecmaVersion: 2022 })).toEqual(problem === null ? [] : [problem])
})

test.each([
  'jwt.a = user instanceof Function',
  "jwt.a = typeof eval === 'function'",
  'jwt.a = Function.prototype.call.length',
  "jwt.a = user.constructor === Object ? 'plain' : 'other'",
  "jwt.eval = user.Function; jwt['constructor'] = { eval: 1 }",
])('what makes nothing is not told: %s', (statements) => {
  expect(listed(populate(statements))).toEqual([])
})

test('a text that stands there is looked into as far as its syntax goes', () => {
  const told = (statements: string, ecmaVersion = 2021) =>
    listed(populate(statements), { ecmaVersion }).filter((each) => !each.includes('dynamic-code'))
  expect(told("jwt.a = Function('x', 'return x?.y ?? 1')({})", 2019)).toEqual(['error language-level 2:23'])
  expect(told("if (user.a) eval('class A { #b }')")).toEqual(['warning language-level 2:18'])
  expect(told("jwt.a = Function('x', 'return x?.y ?? 1')({})")).toEqual([])
  expect(told('eval(user.text); eval(); Function(...user.list)')).toEqual([])
  expect(told("eval('this is no code at all')")).toEqual([])
})

test('a text of any depth is answered', () => {
  for (const piece of ['[', '(', 'a=>', '!'])
    expect(listed(populate(`eval('${piece.repeat(50_000)}')`))).toEqual(['warning dynamic-code 2:1'])
})
