import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../electron/contract/json.ts'
import { withoutSecrets } from '../../../../electron/core/directory/people/without-secrets.ts'

test('what somebody could log in with goes, at any depth', () => {
  const user = {
    id: 'u',
    password: 'p',
    twoFactor: { methods: [{ method: 'authenticator', secret: 's' }], recoveryCodes: ['r'] },
    registrations: [{ applicationId: 'a', authenticationToken: 't', tokens: { google: 'g' } }],
  }
  expect(withoutSecrets(user)).toEqual({
    id: 'u',
    twoFactor: { methods: [{ method: 'authenticator' }] },
    registrations: [{ applicationId: 'a' }],
  })
})

test('data of the users themselves stays as it is', () => {
  const user = { data: { secret: 'a word', tokens: [1] }, registrations: [{ data: { salt: 2 } }] }
  expect(withoutSecrets(user)).toEqual(user)
})

test('a key named __proto__ hides nothing', () => {
  const user = JSON.parse('{"__proto__":{"password":"p","kept":1}}') as JsonObject
  expect(JSON.stringify(withoutSecrets(user))).toBe('{"__proto__":{"kept":1}}')
})

test('no name of a secret is left outside of data, and nothing else is lost', () => {
  const name = fc.constantFrom('password', 'secret', 'salt', 'data', 'name', 'list', '__proto__')
  const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.integer(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(value, (each) => {
      expect(JSON.stringify(withoutSecrets({ each }))).toBe(JSON.stringify({ each: expected(each) }))
    }),
  )
})

/** The same, always copied. */
function expected(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as JsonValue[]).map(expected)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !['password', 'secret', 'salt'].includes(name))
  return Object.fromEntries(kept.map(([name, each]) => [name, name === 'data' ? each : expected(each)]))
}
