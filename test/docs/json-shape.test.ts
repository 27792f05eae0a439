import { expect, test } from 'vitest'
import { lacksOf, parseShape } from './json-shape.ts'

const shape = parseShape('[{ "file", "problems": [{ "code", "hint"? }], "total"? }]')!

test('a value that has every key of its form lacks nothing, and may have more', () => {
  expect(lacksOf([{ file: 'a', problems: [{ code: 'x', line: 1 }], more: 1 }], shape)).toEqual([])
  expect(lacksOf([], shape)).toEqual([])
})

test('what is lacking is named by its place, at any depth', () => {
  expect(lacksOf([{ problems: [{ hint: 'x' }] }], shape)).toEqual(['/0/file', '/0/problems/0/code'])
  expect(lacksOf({}, shape)).toEqual([': no list'])
})

test('words are no form', () => {
  expect(parseShape('the report of a run')).toBeNull()
})
