import { expect, test } from 'vitest'
import { fixed, listed, populate, problemsOf } from '../problems-of.ts'

test.each([
  'setTimeout(f, 1)',
  'jwt.a = new URL(jwt.b)',
  'jwt.a = Buffer.from(jwt.b)',
  'jwt.a = process.env.A',
  "require('x')",
  "import('x')",
  'jwt.a = atob(jwt.b)',
  'jwt.a = new TextEncoder()',
  'jwt.a = crypto.randomUUID()',
  'jwt.a = structuredClone(user)',
  'jwt.a = window.location',
])('%s is an error where it is always reached', (statement) => {
  expect(listed(`var f\n${populate(statement)}`).map((line) => line.split(' ', 2).join(' '))).toEqual([
    'error unavailable-global',
  ])
})

test.each([
  'if (user.active) { jwt.a = atob(jwt.b) }',
  'jwt.a = user.active && atob(jwt.b)',
  'jwt.a = user.active ? atob(jwt.b) : 1',
  'for (var i in user) { jwt.a = atob(jwt.b) }',
  'try { jwt.a = atob(jwt.b) } catch (e) { jwt.a = 1 }',
  'if (!user.active) return\njwt.a = atob(jwt.b)',
  'jwt.a = [1].map(function () { return atob(jwt.b) })',
  'switch (jwt.b) { case 1: atob(jwt.b) }',
])('%s is a warning, for it is not always reached', (statement) => {
  expect(listed(populate(statement)).map((line) => line.split(' ', 2).join(' '))).toEqual([
    'warning unavailable-global',
  ])
})

test('the functions that are called are followed', () => {
  const helper = 'function encode(text) { return btoa(text) }\n'
  expect(listed(`${helper}${populate('jwt.a = encode(user.id)')}`)).toEqual(['error unavailable-global 1:32'])
  expect(listed(`${helper}${populate('if (user.active) jwt.a = encode(user.id)')}`)).toEqual([
    'warning unavailable-global 1:32',
  ])
  expect(listed(`${helper}${populate('')}`)).toEqual(['warning unavailable-global 1:32'])
  expect(listed(populate('(function () { btoa(1) })()'))).toEqual(['error unavailable-global 2:16'])
})

test('functions that call each other are followed to an end', () => {
  expect(listed(`function a() { b() }\nfunction b() { a(); btoa(1) }\n${populate('')}`)).toEqual([
    'warning unavailable-global 2:21',
  ])
})

test('a name that the body asks for is left alone', () => {
  expect(listed(populate("if (typeof process !== 'undefined') { jwt.a = process.env.A }"))).toEqual([])
  expect(listed(`var root = typeof window === 'object' ? window : this\n${populate('')}`)).toEqual([])
})

test('what the body declares itself is its own', () => {
  expect(listed(`function btoa(text) { return text }\n${populate('jwt.a = btoa(user.id)')}`)).toEqual([])
  expect(listed(populate('var crypto = { id: 1 }; jwt.a = crypto.id'))).toEqual([])
  expect(listed(populate('jwt.a = [1].map(function (Buffer) { return Buffer })'))).toEqual([])
  expect(listed(populate('for (i = 0; i < 2; i++) jwt.a = i'))).toEqual([])
})

test('the library of the level and what FusionAuth adds are there', () => {
  const uses =
    'JSON Math Date RegExp Map Set Symbol Proxy Reflect Intl BigInt WeakRef globalThis undefined NaN escape'
  expect(listed(populate(`jwt.a = [${uses.replaceAll(' ', ', ')}, Headers, FusionAuth, console]`))).toEqual(
    [],
  )
})

test('globals of GraalJS itself are not known', () => {
  expect(listed(populate("Java.type('a')\nload('b')\nprint('c')\nnew SharedArrayBuffer(1)"))).toEqual([
    'warning unknown-global 2:1',
    'warning unknown-global 3:1',
    'warning unknown-global 4:1',
    'warning unknown-global 5:5',
  ])
})

test('a slip in a name is a warning', () => {
  expect(listed(populate('jwt.a = usr.id'))).toEqual(['warning undefined-variable 2:9'])
})

test('an argument that is not declared is an error, and is declared by the fix', () => {
  const body = populate('jwt.a = context.scopes', 'jwt, user')
  expect(listed(body)).toEqual(['error undeclared-parameter 2:9'])
  expect(fixed(body)).toBe(populate('jwt.a = context.scopes', 'jwt, user, registration, context'))
})

test('no argument is declared twice', () => {
  const body = 'function reconcile(jwt, user) {\n  user.data = context\n}\n'
  expect(listed(body, { type: 'ExternalJWTReconcile' })).toContain('error undeclared-parameter 2:15')
  expect(fixed(body, { type: 'ExternalJWTReconcile' })).toBe(body)
})

test('an argument used in a helper must be handed on', () => {
  const body = `function name() { return user.id }\n${populate('jwt.a = name()')}`
  expect(listed(body)).toEqual(['error undeclared-parameter 1:26'])
  expect(problemsOf(body)[0]?.hint).toBe('Hand it to this function as an argument.')
})
