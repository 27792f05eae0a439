import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostRows, reachableRow, scrollToRow, visibleRows } from '../../../renderer/ui/visible-rows.ts'

const scrolled = fc.record({
  top: fc.integer({ min: 0, max: 4_400_000 }),
  height: fc.integer({ min: 0, max: 2000 }),
  rowHeight: fc.integer({ min: 20, max: 60 }),
})

test('every row in view is drawn, and few others', () => {
  fc.assert(
    fc.property(scrolled, fc.integer({ min: 1, max: 100_000 }), (place, total) => {
      const { first, last } = visibleRows(place, total)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(last).toBeLessThan(total)
      expect(last - first).toBeLessThan(place.height / place.rowHeight + 20)
      expect(last - first + 1).toBeLessThanOrEqual(mostRows(place))
      const inView = Math.floor(place.top / place.rowHeight)
      if (inView < total) expect(first).toBeLessThanOrEqual(inView)
    }),
  )
})

test('an empty list draws nothing', () => {
  const { first, last } = visibleRows({ top: 0, height: 500, rowHeight: 44 }, 0)
  expect(last).toBeLessThan(first)
})

test('a row that can be seen needs no scrolling; another comes to the nearer edge', () => {
  const place = { top: 440, height: 440, rowHeight: 44 }
  expect([12, 3, 30].map((row) => scrollToRow(place, row))).toEqual([440, 132, 924])
})

test('Tab reaches the wanted row, or one that is drawn and stays the same while the list is scrolled', () => {
  expect(reachableRow({ first: 0, last: 20 }, 3, 5)).toBe(3)
  expect(reachableRow({ first: 4, last: 24 }, 3, 3)).toBe(14)
  expect(reachableRow({ first: 5, last: 25 }, 3, 14)).toBe(14)
  expect(reachableRow({ first: 15, last: 35 }, 3, 14)).toBe(25)
  expect(reachableRow({ first: 2, last: 22 }, 3, 25)).toBe(3)
})

test('Tab reaches a row that is drawn, wherever the list is', () => {
  const row = fc.integer({ min: 0, max: 1000 })
  fc.assert(
    fc.property(row, fc.integer({ min: 0, max: 60 }), row, row, (first, more, wanted, before) => {
      const range = { first, last: first + more }
      const reached = reachableRow(range, wanted, before)
      expect(reached).toBeGreaterThanOrEqual(range.first)
      expect(reached).toBeLessThanOrEqual(range.last)
    }),
  )
})
