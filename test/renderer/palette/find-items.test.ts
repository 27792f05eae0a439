import { expect, test } from 'vitest'
import { findItems } from '../../../renderer/palette/find-items.ts'
import type { PaletteGroup, PaletteItem } from '../../../renderer/palette/palette-groups.ts'

const item = (label: string, prefix?: string): PaletteItem => ({
  label,
  ...(prefix !== undefined && { prefix }),
  chosen: () => undefined,
})
const group = (
  id: string,
  items: readonly PaletteItem[],
  more: Partial<PaletteGroup> = {},
): PaletteGroup => ({
  id,
  label: id,
  items: [...items],
  ...more,
})
const labels = (groups: readonly PaletteGroup[], typed: string, keepOrder = false): string[][] =>
  findItems(groups, typed, keepOrder).map(({ items }) => items.map(({ label }) => label))

const commands = group('commands', [
  item('Promote to another instance', 'Instance:'),
  item('Run the latest', 'Lambda:'),
  item('Run all tests', 'Tests:'),
  item('Test case', 'Case:'),
])

test('what begins with the typed text is first, then what has it in it, then what has it elsewhere', () => {
  expect(labels([commands], 'test')).toEqual([['Test case', 'Run all tests', 'Run the latest']])
  expect(labels([commands], 'lambda')).toEqual([['Run the latest']])
})

test('several words are found in any order, and in all texts of an item together', () => {
  expect(labels([commands], 'tests run')).toEqual([['Run all tests']])
  expect(labels([commands], 'case: te')).toEqual([['Test case']])
  expect(labels([commands], 'tests nowhere')).toEqual([])
})

test('words in one piece are before the same words apart', () => {
  expect(labels([group('all', [item('Run it all'), item('Never run all')])], 'run all')).toEqual([
    ['Never run all', 'Run it all'],
  ])
})

test('each text shows which part of it answers', () => {
  const [found] = findItems([commands], 'instance pr', false)
  expect(found?.items[0]?.marks).toEqual({ label: [[0, 2]], prefix: [[0, 8]], suffix: [] })
})

test('nothing typed keeps everything as it is', () => {
  expect(labels([commands], ' ')).toEqual([commands.items.map(({ label }) => label)])
})

test('the group of the best comes first, unless the order is to be kept', () => {
  const groups = [group('weak', [item('Latest')]), group('strong', [item('Test')])]
  expect(labels(groups, 'test')).toEqual([['Test'], ['Latest']])
  expect(labels(groups, 'test', true)).toEqual([['Latest'], ['Test']])
})

test('what a server found stays, whatever its texts are', () => {
  expect(labels([group('users', [item('Ada'), item('Grace')], { ignoreFilter: true })], 'xyz')).toEqual([
    ['Ada', 'Grace'],
  ])
})
