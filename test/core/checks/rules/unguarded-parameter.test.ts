import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

test.each([
  ['jwt.a = registration.roles', '2:9'],
  ['const { roles } = registration', '2:19'],
  ['if (registration.roles) { jwt.a = 1 }', '2:5'],
  ['if (user.active) { jwt.a = registration.roles }', '2:28'],
])('%s is told', (statement, place) => {
  expect(listed(populate(statement))).toEqual([`warning unguarded-parameter ${place}`])
})

test.each([
  'if (registration) jwt.a = registration.roles',
  'jwt.a = registration && registration.roles',
  'jwt.a = registration ? registration.roles : []',
  'jwt.a = registration == null ? [] : registration.roles',
  'jwt.a = registration?.roles',
  'if (!registration) { jwt.a = 1; return }\njwt.a = registration.roles',
  'registration = registration || {}\njwt.a = registration.roles',
  'try { jwt.a = registration.roles } catch (e) { jwt.a = [] }',
  'jwt.a = [registration]',
])('%s is safe', (statement) => {
  expect(listed(populate(statement))).toEqual([])
})

test('a default in the parameter list is a guard', () => {
  expect(listed(populate('jwt.a = registration.roles', 'jwt, user, registration = {}'))).toEqual([])
})

test('only the arguments that may be missing are meant', () => {
  const body =
    'function reconcile(user, registration, jwt, id_token) {\n  registration.roles = id_token.roles\n}'
  expect(listed(body, { type: 'OpenIDReconcile' })).toEqual(['warning unguarded-parameter 2:24'])
})
