import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

test.each([
  ['var cache = {}', 'if (!cache[user.id]) { cache[user.id] = 1 }'],
  ['let token', 'if (!token) token = 1'],
  ['let token', 'token = token || 1'],
  ['let token', 'token ??= 1'],
  ['let count = 0', 'count++'],
  ['let count = 0', 'count += 1'],
])('%s and %s keep state', (declaration, statement) => {
  expect(listed(`${declaration}\n${populate(statement)}`).map((line) => line.split(' ')[1])).toEqual([
    'state-between-runs',
  ])
})

test.each([
  ["var names = { a: 'b' }", 'jwt.a = names[user.id]'],
  ['var list = []', 'list.push(user.id); jwt.a = list'],
  ['var result', 'result = user.id; jwt.a = result'],
  ['var depth = 0\nfunction walk(x) { depth++; if (x) walk(null) }', 'if (user.active) walk(user)'],
])('%s and %s keep none', (declaration, statement) => {
  expect(listed(`${declaration}\n${populate(statement)}`)).toEqual([])
})
