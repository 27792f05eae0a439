import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesIn } from '../../../electron/core/checks/place.ts'

test('lines and columns count from 1', () => {
  expect(placesIn('ab\ncd')(0, 4)).toEqual({ line: 1, column: 1, endLine: 2, endColumn: 2 })
})

test('every kind of line end that JavaScript has begins a line', () => {
  const text = 'a\r\nb\rc\nd\u2028e\u2029f'
  expect(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => placesIn(text)(text.indexOf(letter), 0).line),
  ).toEqual([1, 2, 3, 4, 5, 6])
})

test('a place leads back to its offset', () => {
  const text = fc
    .array(fc.constantFrom('a', '\n', '\r\n', '\r', '\u2028'), { maxLength: 40 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.nat(), (body, at) => {
      const offset = at % (body.length + 1)
      const { line, column } = placesIn(body)(offset, offset)
      const before = body.split(/(?<=\r\n|\n|\u2028|\r(?!\n))/).slice(0, line - 1)
      expect(before.join('').length + column - 1).toBe(offset)
    }),
  )
})
