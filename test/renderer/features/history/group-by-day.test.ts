import { expect, test } from 'vitest'
import type { HistoryEntry } from '../../../../electron/contract/models/history.ts'
import { groupByDay } from '../../../../renderer/features/history/group-by-day.ts'

const entry = (id: string, at: Date): HistoryEntry => ({ id, at: at.toISOString(), reason: 'save', bytes: 1 })

test('snapshots stand under the day on which the user saw the clock', () => {
  const days = groupByDay([
    entry('c', new Date(2026, 0, 2, 0, 1)),
    entry('b', new Date(2026, 0, 1, 23, 59)),
    entry('a', new Date(2026, 0, 1, 0, 0)),
  ])
  expect(days.map(({ entries }) => entries.map(({ id }) => id))).toEqual([['c'], ['b', 'a']])
})
