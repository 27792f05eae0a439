import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameFault } from '../../../electron/contract/models/slug.ts'
import { Worded } from '../../../electron/contract/words.ts'

describe('a name', () => {
  test.each(['roles', 'Add roles', 'größe', '日本', 'a.b', 'x-1', 'console', 'company'])(
    '%j can be used',
    (name) => {
      expect(nameFault(name)).toBeNull()
    },
  )

  test.each([
    ...['', ' ', '.', '..', '.git', '~x', 'a/b', 'a\\b', '../x', 'a:b', 'a*', 'a?', 'a"', '<a>', 'a|b'],
    ...['a\u0000', 'a\n', 'a\u0085', 'a.', 'a ', ' a', 'con', 'NUL', 'Com1', 'lpt9.txt', 'aux.js', '\ud800'],
    ...['x'.repeat(121), 'ü'.repeat(61)],
  ])('%j cannot be used', (name) => {
    expect(nameFault(name)).toEqual(expect.any(Worded))
  })

  test('cannot be used where its UTF-8 is longer than that of 120 letters', () => {
    const letter = fc.constantFrom('x', 'ü', '日', '𝒳')
    fc.assert(
      fc.property(fc.array(letter, { minLength: 25, maxLength: 130 }), (letters) => {
        const name = letters.join('')
        expect(nameFault(name) === null).toBe(Buffer.byteLength(name) <= 120)
      }),
    )
  })
})
