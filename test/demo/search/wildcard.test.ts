import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wildcard } from '../../../electron/demo/search/wildcard.ts'

test.each([
  ['support', 'Second Support', true],
  ['sup*', 'Second Support', false],
  ['*port', 'Second Support', true],
  ['s*s*t', 'Second Support', true],
  ['a*a', 'a', false],
  ['*', '', true],
  ['', 'anything', true],
])('%j finds %j: %s', (pattern, text, found) => {
  expect(wildcard(pattern)(text)).toBe(found)
})

test('it finds what the same pattern as a regular expression finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '*'), maxLength: 8 })
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 10 })
  fc.assert(
    fc.property(letters, text, (pattern, candidate) => {
      const starred = pattern.includes('*') ? pattern : `*${pattern}*`
      const expected = new RegExp(`^${starred.replaceAll('*', '[^]*')}$`, 'i').test(candidate)
      expect(wildcard(pattern)(candidate)).toBe(expected)
    }),
    { numRuns: 1000 },
  )
})
