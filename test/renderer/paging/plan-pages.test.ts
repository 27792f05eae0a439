import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesOf, pagesToForget } from '../../../renderer/paging/plan-pages.ts'

test('a range of rows touches the pages that its rows are on', () => {
  expect(pagesOf({ first: 0, last: 99 }, 100)).toEqual([0])
  expect(pagesOf({ first: 99, last: 200 }, 100)).toEqual([0, 1, 2])
})

test('an empty range touches the first page, which tells how many rows there are', () => {
  expect(pagesOf({ first: 0, last: -1 }, 100)).toEqual([0])
})

test('the pages farthest from the ones that show are forgotten', () => {
  expect(pagesToForget([0, 1, 2, 40, 41], [41], 3)).toEqual([1, 0])
})

test('no page that shows is forgotten, and no more stay than may', () => {
  const pages = fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(pages, fc.nat(1000), fc.integer({ min: 1, max: 12 }), (known, page, most) => {
      const shown = [page, page + 1]
      const forgotten = pagesToForget(known, shown, most)
      expect(forgotten.filter((each) => shown.includes(each))).toEqual([])
      expect(known.length - forgotten.length).toBeLessThanOrEqual(Math.max(most, shown.length))
    }),
  )
})
