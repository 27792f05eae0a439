import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MergeRegion } from '../../../../electron/contract/models/sync.ts'
import {
  findConflicts,
  hasMarkers,
  markConflicts,
  resolveConflict,
} from '../../../../renderer/features/sync/conflict-markers.ts'

const regions: readonly MergeRegion[] = [
  { kind: 'agreed', text: 'first\n' },
  { kind: 'conflict', local: 'mine\n', base: 'old\n', remote: 'theirs\n' },
  { kind: 'agreed', text: 'last\n' },
]

test('a conflict is found again with its three sides and its lines', () => {
  const text = markConflicts(regions)
  expect(findConflicts(text)).toEqual([
    { line: 2, endLine: 8, local: 'mine\n', base: 'old\n', remote: 'theirs\n' },
  ])
})

test.each([
  ['local', 'first\nmine\nlast\n'],
  ['remote', 'first\ntheirs\nlast\n'],
  ['base', 'first\nold\nlast\n'],
  ['both', 'first\nmine\ntheirs\nlast\n'],
] as const)('resolved with %s, the text has that and no markers', (resolution, expected) => {
  const text = markConflicts(regions)
  const [conflict] = findConflicts(text)
  const resolved = resolveConflict(text, conflict!, resolution)
  expect(resolved).toBe(expected)
  expect(hasMarkers(resolved)).toBe(false)
})

test('a side without a line break at its end does not swallow the marker behind it', () => {
  const text = markConflicts([{ kind: 'conflict', local: 'mine', base: '', remote: 'theirs' }])
  expect(findConflicts(text)).toMatchObject([{ local: 'mine\n', base: '', remote: 'theirs\n' }])
})

test('a marker that lost its end is still seen, so that the text cannot be used', () => {
  expect(findConflicts('<<<<<<< here\nmine\n')).toEqual([])
  expect(hasMarkers('<<<<<<< here\nmine\n')).toBe(true)
})

test('a line of equals signs outside of a conflict is text', () => {
  expect(hasMarkers('=======\n')).toBe(false)
  expect(findConflicts('=======\n')).toEqual([])
})

describe('for any regions', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', '', 'if (x) {', '  // c'), { maxLength: 4 })
  const text = lines.map((each) => each.map((line) => `${line}\n`).join(''))
  const region: fc.Arbitrary<MergeRegion> = fc.oneof(
    fc.record({ kind: fc.constant('agreed' as const), text }),
    fc.record({ kind: fc.constant('conflict' as const), local: text, base: text, remote: text }),
  )

  test('every conflict is found with its sides, and resolving one by one gives that side of all', () => {
    fc.assert(
      fc.property(fc.array(region, { maxLength: 6 }), (all) => {
        const conflicts = all.filter((each) => each.kind === 'conflict')
        let merged = markConflicts(all)
        expect(findConflicts(merged).map(({ local, base, remote }) => ({ local, base, remote }))).toEqual(
          conflicts.map(({ local, base, remote }) => ({ local, base, remote })),
        )
        for (let [next] = findConflicts(merged); next; [next] = findConflicts(merged)) {
          merged = resolveConflict(merged, next, 'remote')
        }
        expect(merged).toBe(all.map((each) => (each.kind === 'agreed' ? each.text : each.remote)).join(''))
      }),
    )
  })
})
