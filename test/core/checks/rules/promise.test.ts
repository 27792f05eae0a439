import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

test('promises are told once', () => {
  expect(listed(populate('new Promise(f)\nPromise.all([])\nfunction f() {}'))).toEqual([
    'warning promise 2:5',
  ])
})

test('an await in a helper is told', () => {
  expect(listed(`async function load(x) { await x }\n${populate('load(1)')}`)).toEqual([
    'warning promise 1:26',
  ])
})

test('a Promise of the body itself is its own', () => {
  expect(listed(`function Promise() {}\n${populate('new Promise()')}`)).toEqual([])
})
