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
