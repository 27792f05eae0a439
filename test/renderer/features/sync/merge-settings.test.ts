import { expect, test } from 'vitest'
import { disputedSettings, mergedLambda } from '../../../../renderer/features/sync/merge-settings.ts'
import { linesOfPart } from '../../../../renderer/features/sync/text-lines.ts'
import { difference, state } from '../../sync-builders.ts'

test('a setting that one side changed is that side’s', () => {
  const sides = difference({
    base: state(),
    local: state({ debug: true }),
    remote: state({ name: 'Renamed there' }),
    merge: { kind: 'conflicts', regions: [], fields: [] },
  })
  expect(mergedLambda(sides, {}, 'merged')).toEqual({
    name: 'Renamed there',
    engineType: 'GraalJS',
    debug: true,
    body: 'merged',
  })
})

test('a setting that both sides changed waits for a choice', () => {
  const sides = difference({
    local: state({ name: 'Mine' }),
    remote: state({ name: 'Theirs' }),
    merge: { kind: 'conflicts', regions: [], fields: ['name'] },
  })
  expect(disputedSettings(sides)).toEqual(['name'])
  expect(mergedLambda(sides, {}, 'merged')).toBeNull()
  expect(mergedLambda(sides, { name: 'local' }, 'merged')).toMatchObject({ name: 'Mine' })
  expect(mergedLambda(sides, { name: 'remote' }, 'merged')).toMatchObject({ name: 'Theirs' })
})

test('without one of the sides there is nothing to merge', () => {
  expect(mergedLambda(difference({ remote: null }), {}, 'merged')).toBeNull()
})

test('a part is found by its lines', () => {
  expect(linesOfPart('a\nb\nc\nd\n', 'b\nc\n')).toEqual({ line: 2, endLine: 3 })
  expect(linesOfPart('a\n', 'a')).toEqual({ line: 1, endLine: 1 })
  expect(linesOfPart('a\n', 'x\n')).toBeUndefined()
  expect(linesOfPart('a\n', '')).toBeUndefined()
})
