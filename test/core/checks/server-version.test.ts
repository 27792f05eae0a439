import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOlder } from '../../../electron/core/checks/server-version.ts'

test('parts are compared as numbers', () => {
  expect(isOlder('1.9.0', '1.64.0')).toBe(true)
  expect(isOlder('1.64.0', '1.9.0')).toBe(false)
  expect(isOlder('1.64', '1.64.0')).toBe(false)
  expect(isOlder('1.63.9-RC.1', '1.64.0')).toBe(true)
})

test('of two versions at most one is older', () => {
  const version = fc.tuple(fc.nat(3), fc.nat(99), fc.nat(9)).map((parts) => parts.join('.'))
  fc.assert(
    fc.property(version, version, (a, b) => {
      expect([isOlder(a, b), isOlder(b, a)].filter(Boolean).length).toBe(a === b ? 0 : 1)
    }),
  )
})
