import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameMatcher } from '../../../electron/core/instance/name-matcher.ts'

test('a star stands for any text, and a name without one is found anywhere', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', '*', '.', '\n') }),
      fc.string({ unit: fc.constantFrom('a', 'B', '.', '\n') }),
      (wanted, name) => {
        const parts = wanted.split('*').map((part) => part.replaceAll('.', '\\.'))
        const pattern = parts.length === 1 ? parts.join('') : `^${parts.join('.*')}$`
        expect(nameMatcher(wanted)(name)).toBe(new RegExp(pattern, 'is').test(name))
      },
    ),
  ))

test('many stars keep nobody waiting', () => {
  const isFound = nameMatcher(`${'*a'.repeat(40)}b`)
  expect(isFound('a'.repeat(1000))).toBe(false)
})
