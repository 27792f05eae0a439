import { expect, test } from 'vitest'
import { fixed, listed, problemsOf } from '../problems-of.ts'

test.each([
  ['Populate', 'JWTPopulate'],
  ['populte', 'JWTPopulate'],
  ['reconcile', 'JWTPopulate'],
  ['checkrequired', 'MFARequirement'],
  ['validate', 'MFARequirement'],
])('%s is a misnamed function of %s', (name, type) => {
  expect(listed(`function ${name}(a) {}`, { type })).toEqual(['error misnamed-function 1:10'])
})

test('a misnamed function that nothing uses is renamed', () => {
  expect(fixed('function Populate(jwt) {}')).toBe('function populate(jwt) {}')
  expect(fixed('function Populate(jwt) {}\nPopulate({})')).toBe('function Populate(jwt) {}\nPopulate({})')
})

test('a function of another name does not count, nor one inside another', () => {
  expect(listed('function addClaims(jwt) {}')).toEqual(['error missing-function 1:1'])
  expect(listed('(function () { function populate(jwt) {} })()')).toEqual(['error missing-function 1:1'])
})

test('the hint gives the signature', () => {
  expect(problemsOf('', { type: 'HYPRReconcile' })[0]?.hint).toBe(
    'Declare it: function reconcile(user, registration, context) { ... }',
  )
})

test('a type that the catalogue does not have takes any of the names', () => {
  expect(listed('function evaluate(a, b, c, d, e, f) {}', { type: 'Brand-new' })).toEqual([])
  expect(listed('function other() {}', { type: 'Brand-new' })).toEqual(['error missing-function 1:1'])
})
