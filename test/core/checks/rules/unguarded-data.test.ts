import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

test('the first unguarded read inside data is told', () => {
  expect(listed(populate('jwt.a = user.data.a\njwt.b = user.data.b'))).toEqual(['info unguarded-data 2:9'])
})

test.each([
  'if (user.data) jwt.a = user.data.a',
  'jwt.a = user.data && user.data.a',
  'jwt.a = user.data?.a',
  'if (!user.data) return\njwt.a = user.data.a',
  'try { jwt.a = user.data.a } catch (e) { jwt.a = 1 }',
  'jwt.a = user.data',
])('%s is safe', (statement) => {
  expect(listed(populate(statement))).toEqual([])
})

test('data that was set before is there', () => {
  const body = 'function reconcile(user, registration) {\n  user.data = user.data || {}\n  user.data.a = 1\n}'
  expect(listed(body, { type: 'HYPRReconcile' })).toEqual([])
})

test('a SCIM converter gets a user with data', () => {
  const body = 'function convert(user, options, scimUser) { user.data.a = scimUser.b }'
  expect(listed(body, { type: 'SCIMServerUserRequestConverter' })).toEqual([])
})
