import { expect, test } from 'vitest'
import { listed, problemsOf } from '../problems-of.ts'

test('more parameters than are passed are told, a rest parameter is not', () => {
  expect(listed('function populate(jwt, user, registration, context, a, b) {}')).toEqual([
    'warning too-many-parameters 1:53',
  ])
  expect(listed('function populate(jwt, user, registration, context, ...rest) {}')).toEqual([])
})

test('fewer parameters and other names are fine', () => {
  expect(listed('function populate(token, { id }, reg = {}) {}')).toEqual([])
})

test('names at the position of another argument are told', () => {
  expect(listed('function populate(user, jwt) {}')).toEqual([
    'warning parameter-order 1:19',
    'warning parameter-order 1:25',
  ])
})

test('idToken and id_token are one name', () => {
  const body = 'function reconcile(user, registration, jwt, idToken) {}'
  expect(listed(body, { type: 'OpenIDReconcile' })).toEqual([])
  const early = problemsOf('function reconcile(user, registration, idToken) {}', { type: 'OpenIDReconcile' })
  expect(early[0]?.message).toBe(
    'FusionAuth passes by position: this parameter gets jwt; idToken is argument 4.',
  )
})
