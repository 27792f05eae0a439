import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFaultOffset } from '../../../../renderer/features/inputs/json-fault.ts'
import { formatInput, parseInput } from '../../../../renderer/features/inputs/parse-input.ts'

describe('an input', () => {
  test('is an object keyed by parameter name', () => {
    expect(parseInput('{ "jwt": { "sub": "1" } }')).toEqual({ ok: true, input: { jwt: { sub: '1' } } })
  })

  test.each([
    ['nothing but blanks', ' \n ', 'empty', 1, 1],
    ['an array', '\n  [1]', 'not-an-object', 2, 3],
    ['null', 'null', 'not-an-object', 1, 1],
    ['a word', '{\n  "user": oops\n}', 'not-json', 2, 11],
    ['a comma at the end', '{ "a": 1, }', 'not-json', 1, 11],
    ['single quotes', "{ 'a': 1 }", 'not-json', 1, 3],
    ['a text that ends too soon', '{\n  "a": [1,', 'not-json', 2, 11],
    ['a second value', '{} {}', 'not-json', 1, 4],
    ['a line break in a string', '{ "a": "b\n" }', 'not-json', 1, 8],
  ])('that is %s is refused with its place', (_what, text, reason, line, column) => {
    expect(parseInput(text)).toEqual({ ok: false, reason, place: { line, column } })
  })

  test('is shown as it was before it is read again', () => {
    expect(parseInput(formatInput({ jwt: { roles: ['a'] } }))).toEqual({
      ok: true,
      input: { jwt: { roles: ['a'] } },
    })
  })
})

test('what JSON.parse reads has no fault', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonFaultOffset(text)).toBe(text.length)
    }),
  )
})

test('the text before a fault is the beginning of some JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, seed) => {
      const at = seed % (text.length + 1)
      const broken = `${text.slice(0, at)}\u0001${text.slice(at)}`
      expect(jsonFaultOffset(broken)).toBeLessThanOrEqual(at)
    }),
  )
})
