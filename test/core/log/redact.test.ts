import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from '../../../electron/core/log/redact.ts'

const home = '/home/ingrid'
const key = '7Qz1mVd0-Xk29aTfL_4bWnRpYc83HsJe'

test.each([
  ['a key', `refused ${key}`, key],
  ['a key in a header', `Authorization: ${key}`, key],
  ['a short key after its name', 'apiKey=abc123', 'abc123'],
  ['a secret in JSON', '{"secret":"open sesame"}', 'open sesame'],
  ['a bearer token', 'authorization Bearer abc.def', 'abc.def'],
  ['a token of a login', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', 'eyJ'],
  ['the user of an address', 'at https://ingrid:pw@example.com/api', 'ingrid:pw'],
  ['the query of an address', 'at http://127.0.0.1:4870/?token=short', 'short'],
  ['an e-mail', 'user ingrid@example.com', 'ingrid@'],
  ['the folder of the user', `${home}/lambdas/studio.json`, 'ingrid'],
])('%s is taken out', (_what, text, secret) => {
  expect(redact(text, home)).not.toContain(secret)
})

test.each([
  'sync.apply failed with instance-unreachable at lambdas/token-claims/lambda.js:12:3',
  'job 0f8fad5b-d9cb-469f-a165-70867728950e ended',
  'at runLambda (electron/core/runs/run-lambda.ts:24:15)',
])('what helps is left: %s', (text) => {
  expect(redact(text, home)).toBe(text)
})

test('no key gets through, wherever it stands', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const keys = fc
    .string({ unit: fc.constantFrom(...letters.split('')), minLength: 32, maxLength: 64 })
    .filter((each) => /\d/.test(each) && /[A-Za-z]/.test(each))
  fc.assert(
    fc.property(keys, fc.lorem(), fc.constantFrom(' ', '"', ': ', '='), (secret, words, before) => {
      expect(redact(`${words}${before}${secret} ${words}`, home)).not.toContain(secret)
    }),
  )
})
