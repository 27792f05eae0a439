import { expect, test } from 'vitest'
import { colorOf, initialsOf } from '../../../renderer/ui/initials.ts'

test.each([
  ['Ada Lovelace', 'AL'],
  ['Virginia Bravo Caraballo', 'VC'],
  ['ada@example.com', 'AC'],
  ['Ada', 'A'],
  ['Ελένη Παππά', 'ΕΠ'],
  ['王 小明', '王小'],
  ['  ', '?'],
  ['👩‍💻 ✨', '?'],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a person has always the same colour', () => {
  const colors = ['a', 'b', '25a872da-bb44-4af8-a43d-e7bcb5351ebc'].map((id) => colorOf(id, 6))
  expect(colors).toEqual(['a', 'b', '25a872da-bb44-4af8-a43d-e7bcb5351ebc'].map((id) => colorOf(id, 6)))
  expect(colors.every((color) => color >= 0 && color < 6)).toBe(true)
})
