import { expect, test } from 'vitest'
import { fixed, listed, populate } from '../problems-of.ts'

test('the documented methods with one text have no problem', () => {
  const calls = ['info', 'log', 'debug', 'error'].map(
    (method) => `console.${method}('a ' + user.id + jwt.sub)`,
  )
  expect(listed(populate(calls.join('\n')))).toEqual([])
})

test('console.warn is told as info, any other method as a warning', () => {
  expect(listed(populate("console.warn('a')\nconsole.trace('b')\nconsole['table']('c')"))).toEqual([
    'info console-method 2:9',
    'warning console-method 3:9',
    'warning console-method 4:9',
  ])
})

test('arguments after the first are told together', () => {
  expect(listed(populate("console.info('a', user.id, 'b')"))).toEqual(['warning console-arguments 2:19'])
})

test.each(['user', 'jwt', 'user.data', '[1]', '{ a: 1 }'])('%s is logged without its content', (value) => {
  const body = populate(`console.info(${value})`)
  expect(listed(body)).toEqual(['warning console-object 2:14'])
  expect(fixed(body)).toBe(populate(`console.info(JSON.stringify(${value}))`))
})

test('a console of the body itself is its own', () => {
  expect(listed(`var console = { table: function () {} }\n${populate('console.table(user, jwt)')}`)).toEqual(
    [],
  )
})
