import { expect, test } from 'vitest'
import { en } from '../../../renderer/messages/en.ts'
import { chooseLocale } from '../../../renderer/messages/locale.ts'
import hostPatterns from '../../../renderer/messages/host-patterns.json' with { type: 'json' }
import { pseudo, pseudoCatalogue, pseudoText } from '../../../renderer/messages/pseudo.ts'

test('a pseudo text has brackets, accents and at least 30 percent more room, and keeps its values', () => {
  expect(pseudoText('Close {name}')).toBe('⟦Çļöšé {name}····⟧')
  for (const text of Object.values(en).filter((message) => typeof message === 'string'))
    expect(pseudoText(text).length).toBeGreaterThanOrEqual(text.length * 1.3)
})

test('every text of the pseudo language differs from English, also each plural form', () => {
  const pseudo = pseudoCatalogue(en)
  expect(Object.keys(pseudo)).toEqual(Object.keys(en))
  for (const message of Object.values(pseudo))
    for (const text of typeof message === 'string' ? [message] : Object.values(message))
      expect(text).toMatch(/^⟦.*⟧$/s)
})

test('every pattern of the host has a text in the pseudo language', () => {
  expect(Object.keys(pseudo.host)).toEqual(hostPatterns)
  for (const [pattern, text] of Object.entries(pseudo.host)) expect(text).toBe(pseudoText(pattern))
})

test.each([
  ['', null, 'en'],
  ['?locale=pseudo', null, 'pseudo'],
  ['?locale=en', 'pseudo', 'en'],
  ['', 'pseudo', 'pseudo'],
  ['?locale=nowhere', 'toString', 'en'],
])('the address %j and the choice %j give %s', (search, kept, expected) => {
  expect(chooseLocale(search, kept)).toBe(expected)
})
