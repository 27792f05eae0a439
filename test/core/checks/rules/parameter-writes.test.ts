import { expect, test } from 'vitest'
import { listed, populate, problemsOf } from '../problems-of.ts'

test.each([
  ["jwt.sub = 'a'", '2:1'],
  ["jwt['sub'] = 'a'", '2:1'],
  ['delete jwt.iat', '2:8'],
  ['jwt.iat++', '2:1'],
  ['Object.assign(jwt, { a: 1, tid: 2 })', '2:28'],
  ["Object.defineProperty(jwt, 'sub', { value: 1 })", '2:23'],
  ['var claims = jwt; claims.sub = 1', '2:19'],
  ['[jwt.sub, jwt.a] = [1, 2]', '2:2'],
  ['jwt.cnf.jkt = 1', '2:1'],
])('%s writes a reserved claim', (statement, place) => {
  expect(listed(populate(statement))).toEqual([`warning reserved-claim ${place}`])
})

test.each([
  ["user.fullName = 'a'", '2:1'],
  ["user.data.roles.push('a')", '2:1'],
  ['delete registration.roles', '2:8'],
  ['var roles = user.memberships; roles.sort()', '2:31'],
  ['const { data } = user; data.a = 1', '2:24'],
  ['var data = user.data || {}; data.a = 1', '2:29'],
  ['Object.assign(user, registration)', '2:15'],
])('%s writes a read-only parameter', (statement, place) => {
  const writes = listed(populate(statement)).filter((line) => line.includes('read-only'))
  expect(writes).toEqual([`warning read-only-parameter ${place}`])
})

test('the message names the path', () => {
  expect(problemsOf(populate("user.data['a'].b[i] = 1\nvar i"))[0]?.message).toContain(
    'a write to user.data.a.b.*',
  )
})

test.each([
  "jwt.plan = 'a'",
  'var copy = Object.assign({}, user); copy.a = 1',
  'var roles = registration ? registration.roles.slice() : []; roles.push(1)',
  'var email = user.email; email = 1',
  'var user2 = { data: {} }; user2.data.a = 1',
  'function other(user) { user.a = 1 }',
])('%s is no problem', (statement) => {
  expect(listed(populate(statement))).toEqual([])
})

test('exp may shrink, and a write that only shrinks it is no problem', () => {
  expect(listed(populate('jwt.exp = jwt.iat + 60'))).toEqual(['info may-only-shrink 2:1'])
  expect(listed(populate('jwt.exp = Math.min(jwt.exp, jwt.iat + 60)\njwt.exp -= 5'))).toEqual([])
})

test('the login names of a linked user are frozen', () => {
  const body =
    'function reconcile(user, registration, jwt) {\n  user.email = jwt.email\n  user.firstName = jwt.a\n}'
  expect(listed(body, { type: 'OpenIDReconcile' })).toEqual(['info frozen-when-linked 2:3'])
})

test('by position, not by name, a parameter is what it is', () => {
  expect(listed('function populate(token, person) { token.sub = 1; person.a = 1 }')).toEqual([
    'warning reserved-claim 1:36',
    'warning read-only-parameter 1:51',
  ])
})
