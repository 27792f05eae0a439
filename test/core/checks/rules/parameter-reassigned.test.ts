import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

test('a new object in a parameter that FusionAuth reads is told', () => {
  expect(listed(populate('jwt = { a: 1 }'))).toEqual(['warning parameter-reassigned 2:1'])
})

test('a default is no problem, nor a default of a read-only parameter', () => {
  expect(
    listed(populate('jwt = jwt || {}\nregistration = registration || {}\njwt.a = registration.roles')),
  ).toEqual([])
})

test('a variable of the same name elsewhere is another', () => {
  expect(listed(`function other(jwt) { jwt = {} }\n${populate('other({})')}`)).toEqual([])
})
