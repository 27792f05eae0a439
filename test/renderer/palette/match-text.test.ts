import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedParts, matchText } from '../../../renderer/palette/match-text.ts'

const marked = (wanted: string, text: string): string =>
  (matchText(wanted, text)?.stretches ?? []).map((stretch) => text.slice(...stretch)).join('|')
const rank = (wanted: string, text: string): number => matchText(wanted, text)?.rank ?? 0

describe('what is typed is found', () => {
  test.each([
    ['run', 'Run lambda', 'Run'],
    ['lam', 'Run lambda', 'lam'],
    ['ambd', 'Run lambda', 'ambd'],
    ['rl', 'Run lambda', 'R|l'],
    ['runlam', 'Run lambda', 'Run|lam'],
    ['pai', 'Promote to another instance', 'P|a|i'],
    ['populate', 'JwtPopulate', 'Populate'],
    ['jp', 'JwtPopulate', 'J|P'],
    ['é', 'Prénom', 'é'],
    ['te', 'Latest test', 'te'],
  ])('%s in %s', (wanted, text, expected) => {
    expect(marked(wanted, text)).toBe(expected)
  })

  test('at a word rather than inside one', () => {
    expect(matchText('te', 'Latest test')?.stretches).toEqual([[7, 9]])
  })
})

test.each([
  ['test', 'Promote to another instance'],
  ['rnlmbd', 'Run lambda'],
  ['lr', 'Run lambda'],
  ['runn', 'Run lambda'],
])('%s is not found in %s: letters that are scattered are no match', (wanted, text) => {
  expect(matchText(wanted, text)).toBeUndefined()
})

test('the beginning counts more than a word, a word more than a part of one, and that more than initials', () => {
  const found = ['Test all', 'Run all tests', 'Run the latest', 'Take every sample there']
  expect(found.map((text) => rank('test', text))).toEqual([4, 3, 2, 1])
})

test('the marks are what was typed, and the parts are the whole text', () => {
  const word = fc.stringMatching(/^[a-zA-Z]{1,6}$/)
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.stringMatching(/^[a-zA-Z]{1,4}$/), (words, wanted) => {
      const text = words.join(' ')
      const found = matchText(wanted, text)
      const parts = markedParts(text, found?.stretches ?? [])
      const all = parts.map((part) => part.text).join('')
      const shown = parts.flatMap((part) => (part.isMarked ? [part.text] : [])).join('')
      expect(all).toBe(text)
      expect(shown.toLowerCase()).toBe(found ? wanted.toLowerCase() : '')
      expect(found === undefined && text.toLowerCase().includes(wanted.toLowerCase())).toBe(false)
    }),
  )
})

test('marks may overlap', () => {
  expect(
    markedParts('abcd', [
      [1, 3],
      [0, 2],
    ]),
  ).toEqual([
    { text: 'ab', isMarked: true },
    { text: 'c', isMarked: true },
    { text: 'd', isMarked: false },
  ])
})

test('a text that nearly matches in very many ways is looked through at once', () => {
  expect(matchText('a'.repeat(60) + 'b', 'aaaa '.repeat(60))).toBeUndefined()
})
