import { expect, test } from 'vitest'
import { listed, populate, problemsOf } from '../problems-of.ts'

const secret = populate("jwt.a = context.services.secrets.get('a')", 'jwt, user, registration, context')

test('the secrets service is an info where the server is not known', () => {
  expect(listed(secret)).toEqual(['info needs-version 2:9'])
})

test('it is a warning on an older server and nothing on a newer one', () => {
  expect(listed(secret, { serverVersion: '1.63.2' })).toEqual(['warning needs-version 2:9'])
  expect(listed(secret, { serverVersion: '1.64.0' })).toEqual([])
})

test('a parameter that came later is told where it is used', () => {
  const used = populate('jwt.a = context.scopes', 'jwt, user, registration, context')
  const unused = populate('jwt.a = 1', 'jwt, user, registration, context')
  expect(problemsOf(used, { serverVersion: '1.58.0' })[0]?.message).toBe(
    'FusionAuth 1.58.0 does not have the parameter context, which came with 1.59.0.',
  )
  expect(listed(unused, { serverVersion: '1.58.0' })).toEqual([])
})

test('fetch and its time-outs have their versions', () => {
  const body = populate("fetch('https://a.example', { readTimeout: 1 })")
  expect(listed(body, { serverVersion: '1.54.0' })).toEqual([
    'info fetch-cost 2:1',
    'warning needs-version 2:30',
  ])
  expect(listed(body, { serverVersion: '1.34.0' })).toContain('warning needs-version 2:1')
})
