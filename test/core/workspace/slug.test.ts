import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameFault } from '../../../electron/contract/models/slug.ts'
import { foldCase, slugOf } from '../../../electron/core/workspace/slug.ts'

test.each([
  ['Add roles', 'add-roles'],
  ['Größe & Straße', 'grosse-strasse'],
  ["O'Hara's lambda", 'oharas-lambda'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'lambda-con'],
  ['com1', 'lambda-com1'],
  ['日本', 'lambda'],
  ['😀', 'lambda'],
  ['--x--', 'x'],
  ['Ａｂｃ', 'abc'],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name, [])).toBe(slug)
})

test('a slug that is taken in any case gets a number', () => {
  expect(slugOf('Roles', ['ROLES', 'roles-2'])).toBe('roles-3')
})

test('a slug is short however long the name', () => {
  expect(slugOf('a'.repeat(100_000), []).length).toBeLessThanOrEqual(60)
})

test('whatever the name, the slug is usable everywhere and not taken', () => {
  const taken = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), taken, (name, others) => {
      const slug = slugOf(name, [...others, slugOf(name, others)])
      expect(nameFault(slug)).toBeNull()
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect([...others, slugOf(name, others)].map(foldCase)).not.toContain(slug)
    }),
  )
})
