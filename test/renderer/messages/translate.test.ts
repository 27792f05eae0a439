import { expect, test } from 'vitest'
import { en } from '../../../renderer/messages/en.ts'
import { fill, t } from '../../../renderer/messages/translate.ts'

test('values are put in their places', () => {
  expect(t('input.notJson', { line: 3, column: 14 })).toBe('The input is not JSON: line 3, column 14.')
})

test('the count chooses the plural form and is written as people write it', () => {
  expect(t('dropped.count', { count: 1 })).toBe('1 write that FusionAuth discards')
  expect(t('dropped.count', { count: 12345 })).toBe('12,345 writes that FusionAuth discards')
})

test('a value that is not given leaves its name to be seen', () => {
  expect(fill('Line {line}', {})).toBe('Line {line}')
})

const ofFiles = Object.values(
  import.meta.glob<Record<string, object>>('../../../renderer/messages/en-*.ts', { eager: true }),
).flatMap((file) => Object.values(file).map((texts) => Object.keys(texts)))

test('the messages of each file stand in the order of the alphabet, so that one is easily found', () => {
  const others = Object.keys(en).filter((key) => !ofFiles.flat().includes(key))
  expect(ofFiles.length).toBeGreaterThan(3)
  for (const keys of [...ofFiles, others]) expect(keys).toEqual(keys.toSorted())
})

test('no key is in two files', () => {
  expect(new Set(ofFiles.flat()).size).toBe(ofFiles.flat().length)
})
