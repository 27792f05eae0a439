import { expect, test } from 'vitest'
import type { EventLogRun } from '../../../../electron/contract/models/event-log.ts'
import { queryOf, withNews } from '../../../../renderer/features/event-log/event-log-query.ts'

const run = (entry: number): EventLogRun => ({
  entry,
  at: '2026-01-01T00:00:00Z',
  level: 'Debug',
  heading: '',
  lambdaId: null,
  lambdaName: null,
  lines: [],
})

test('what is not narrowed is not asked for', () => {
  expect(queryOf({ slug: null, level: undefined, text: '  ' })).toEqual({ slug: null, limit: 100 })
  expect(queryOf({ slug: 'roles', level: 'Error', text: ' x ' })).toEqual({
    slug: 'roles',
    limit: 100,
    level: 'Error',
    text: 'x',
  })
})

test('news come on top, newest first, and no entry twice', () => {
  const page = withNews({ runs: [run(2), run(1)], isPartial: true }, [run(2), run(3), run(4)])
  expect(page.runs.map(({ entry }) => entry)).toEqual([4, 3, 2, 1])
  expect(page.isPartial).toBe(true)
})

test('a log that is followed for long does not grow without end', () => {
  const news = Array.from({ length: 900 }, (_none, index) => run(index + 10))
  const { runs } = withNews({ runs: [run(1)], isPartial: false }, news)
  expect(runs).toHaveLength(500)
  expect(runs[0]?.entry).toBe(909)
})
