import { expect, test } from 'vitest'
import { formatBytes, formatDuration, formatValue } from '../../../../renderer/features/runs/format-value.ts'
import { sectionToShow, sectionsOf } from '../../../../renderer/features/runs/result-sections.ts'
import { problemsToMark } from '../../../../renderer/features/runs/run-problems.ts'
import { runReport } from '../../builders.ts'

test('a short value stands on one line, a long object on several', () => {
  expect(formatValue(['a', 'b'])).toBe('["a","b"]')
  expect(formatValue({ name: 'Ingrid Solberg', city: 'Bergen', country: 'Norway' })).toContain('\n  "city"')
})

test('a long text is not broken by the studio', () => {
  expect(formatValue('x'.repeat(200))).toBe(`"${'x'.repeat(200)}"`)
})

test.each([
  [0.1234, '0.123 ms'],
  [12.34, '12.3 ms'],
  [1500, '1.5 s'],
])('%d milliseconds read %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text)
})

test('sizes are in kilobytes until they are a megabyte', () => {
  expect(formatBytes(512 * 1024)).toBe('512 kB')
  expect(formatBytes(1.5 * 1024 * 1024)).toBe('1.5 MB')
})

test('the tabs are the same for every report, and count what there is to see', () => {
  const dropped = [{ path: '/jwt/sub', reason: 'reserved' as const, message: 'Reserved.' }]
  const changes = [{ path: '/jwt/a', kind: 'added' as const, after: 1 }]
  expect(sectionsOf(runReport({ changes, dropped })).map(({ id, count }) => [id, count])).toEqual([
    ['changes', 2],
    ['arguments', undefined],
    ['console', 0],
    ['requests', 0],
    ['problems', 0],
  ])
})

test('a refused run shows its problems; any other leaves the choice to the user', () => {
  expect(sectionToShow(runReport({ outcome: 'refused' }))).toBe('problems')
  expect(sectionToShow(runReport({ outcome: 'threw' }))).toBeUndefined()
})

test('what was thrown is marked where it was thrown', () => {
  const error = { name: 'TypeError', message: 'no', line: 3, column: 5, stack: '' }
  expect(problemsToMark(runReport({ error }))).toEqual([
    { code: 'thrown', severity: 'error', message: 'TypeError: no', line: 3, column: 5 },
  ])
})

test('an error without a place marks nothing', () => {
  const error = { name: 'Error', message: 'no', line: null, column: null, stack: '' }
  expect(problemsToMark(runReport({ error }))).toEqual([])
})
