import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternEdition } from '../../../electron/core/checks/pattern-edition.ts'

test.each([
  ['a', '', 5],
  ['/', 'g', 5],
  ['', '', 5],
  ['a\n\r\u2028\u2029b\\/c\\\n', '', 5],
  ['a', 'u', 2015],
  ['(?<=a)b', '', 2018],
  ['(?<year>a)', '', 2018],
  [String.raw`\p{Extended_Pictographic}`, 'u', 2019],
  ['a', 'd', 2022],
  ['[a--b]', 'v', 2024],
  ['(?<y>a)|(?<y>b)', '', 2025],
  ['(?i:a)', '', 2025],
  ['(', '', undefined],
  ['a', 'gg', undefined],
])('%j with the flags %j came with %s', (pattern, flags, edition) => {
  expect(patternEdition(pattern, flags)).toBe(edition)
})

const pieces = fc.constantFrom(
  ...['a', '/', '\\', '\n', '[', ']', '(', ')', '(?<n>', '(?=', '|', '*', '{1}', '\\d'],
)

test('what this engine makes a pattern of has an edition', () => {
  const patterns = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(patterns, fc.constantFrom('', 'g', 'u'), (pattern, flags) => {
      expect(patternEdition(pattern, flags) !== undefined).toBe(isPattern(pattern, flags))
    }),
    { numRuns: 2000 },
  )
})

function isPattern(pattern: string, flags: string): boolean {
  try {
    return Boolean(new RegExp(pattern, flags))
  } catch {
    return false
  }
}
