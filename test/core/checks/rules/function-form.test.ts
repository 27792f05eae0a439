import { expect, test } from 'vitest'
import { listed } from '../problems-of.ts'

test.each([
  ['var populate = function (jwt) {}', 'info function-form 1:5'],
  ['populate = function (jwt) {}', 'info function-form 1:1'],
  ['let populate = (jwt) => {}', 'warning function-form 1:5'],
  ['const populate = (jwt) => {}', 'warning function-form 1:7'],
  ['var populate = wrap(function (jwt) {})\nfunction wrap(f) { return f }', 'warning function-form 1:5'],
  ['(function () { this.populate = function (jwt) {} })()', 'warning function-form 1:16'],
  ['globalThis.populate = (jwt) => {}', 'warning function-form 1:1'],
  ['function* populate(jwt) {}', 'error function-form 1:11'],
  ['async function populate(jwt) {}', 'warning async-function 1:16'],
  ['async function populate(jwt) { await null }', 'error async-function 1:16'],
  ['async function populate(jwt) { for await (const x of []) jwt.x = x }', 'error async-function 1:16'],
])('%s', (body, problem) => {
  expect(listed(body)).toEqual([problem])
})

test('of two functions of the name the last one counts', () => {
  expect(listed('async function populate() {}\nfunction populate(jwt) {}')).toEqual([])
})

test('an await in another function does not make the lambda function wait', () => {
  expect(listed('async function populate(jwt) { const f = async () => await null }')).toContain(
    'warning async-function 1:16',
  )
})
