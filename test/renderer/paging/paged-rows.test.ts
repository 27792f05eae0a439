import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { StudioError } from '../../../electron/contract/errors.ts'
import { pagedRows, type Page } from '../../../renderer/paging/paged-rows.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server with so many rows, which are their own numbers, and what it was asked. */
function server(count: number) {
  const asked: number[] = []
  return {
    asked,
    load: (startRow: number, size: number): Promise<Page<number>> => {
      asked.push(startRow)
      const length = Math.max(0, Math.min(size, count - startRow))
      return Promise.resolve({ rows: Array.from({ length }, (_, row) => startRow + row), total: count })
    },
  }
}

test('the first page is one request, and tells how many rows there are', async () => {
  const { asked, load } = server(100_000)
  const rows = pagedRows(load)
  await rows.restart()
  expect([asked, rows.total.value, rows.at(99), rows.at(100)]).toEqual([[0], 100_000, 99, undefined])
})

test('pages that only fly past are not asked for', async () => {
  const { asked, load } = server(100_000)
  const rows = pagedRows(load)
  await rows.restart()
  for (let row = 0; row < 90_000; row += 500) rows.show({ first: row, last: row + 30 })
  rows.show({ first: 99_960, last: 99_999 })
  await vi.runAllTimersAsync()
  expect([asked, rows.at(99_999)]).toEqual([[0, 99_900], 99_999])
})

test('rows in view are asked for while the list is still being scrolled, before they are reached', async () => {
  const { asked, load } = server(100_000)
  const rows = pagedRows(load)
  await rows.restart()
  for (let row = 0; row < 300; row += 1) {
    rows.show({ first: row, last: row + 30 })
    await vi.advanceTimersByTimeAsync(16)
    expect([row, rows.at(row + 30)]).toEqual([row, row + 30])
  }
  expect(asked).toEqual([0, 100, 200, 300])
})

test('a server that is slow is not asked for more than two pages at once', async () => {
  const { load } = server(100_000)
  let underWay = 0
  let most = 0
  const rows = pagedRows<number>(async (start, size) => {
    most = Math.max(most, (underWay += 1))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    underWay -= 1
    return load(start, size)
  })
  void rows.restart()
  await vi.runAllTimersAsync()
  for (let row = 0; row < 60_000; row += 300) {
    rows.show({ first: row, last: row + 30 })
    await vi.advanceTimersByTimeAsync(16)
  }
  await vi.runAllTimersAsync()
  expect([most, rows.at(59_700)]).toEqual([2, 59_700])
})

test('from top to end no more than a few pages are kept', async () => {
  const rows = pagedRows(server(100_000).load)
  await rows.restart()
  for (let row = 0; row < 100_000; row += 100) {
    rows.show({ first: row, last: row + 30 })
    await vi.runAllTimersAsync()
  }
  expect(rows.pages.size).toBeLessThanOrEqual(12)
  expect(rows.at(99_930)).toBe(99_930)
})

test('a page is not asked for twice while its answer is under way', async () => {
  const { asked, load } = server(500)
  const rows = pagedRows<number>(
    (start, size) => new Promise((resolve) => setTimeout(() => resolve(load(start, size)), 1000)),
  )
  void rows.restart()
  rows.show({ first: 0, last: 20 })
  await vi.runAllTimersAsync()
  expect(asked).toEqual([0])
})

test('an answer to a list that is no more is dropped', async () => {
  const answers: ((page: Page<string>) => void)[] = []
  const rows = pagedRows<string>(() => new Promise((resolve) => answers.push(resolve)))
  void rows.restart()
  void rows.restart()
  answers[1]?.({ rows: ['new'], total: 1 })
  answers[0]?.({ rows: ['old'], total: 1 })
  await vi.runAllTimersAsync()
  expect([rows.at(0), rows.loading.value]).toEqual(['new', false])
})

test('a failure is told, and gone once a page comes again', async () => {
  let fails = true
  const failure = { code: 'instance-unreachable', message: 'No answer.', hint: 'Try again.' }
  const rows = pagedRows((start, size) =>
    fails ? Promise.reject(new StudioError(failure)) : server(3).load(start, size),
  )
  await rows.restart()
  expect(rows.failure.value).toEqual(failure)
  fails = false
  await rows.refresh()
  expect([rows.failure.value, rows.total.value]).toEqual([undefined, 3])
})
