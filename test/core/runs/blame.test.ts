import { expect, test } from 'vitest'
import { createOrder, type Order } from '../../../electron/core/runs/order.ts'
import { blame, suspectsAmong, type LostProcess } from '../../../electron/core/runs/blame.ts'
import { taskWith, wordOf } from '../../helpers/pool.ts'

const orders = Array.from({ length: 4 }, () => createOrder(taskWith(''), false, () => undefined))
const suspects = (...inline: readonly number[]): number[] => {
  const isInline = (order: Order): boolean => inline.includes(orders.indexOf(order))
  return suspectsAmong(orders, isInline).map((order) => orders.indexOf(order))
}

test('a process that has answered all has no suspects', () => {
  expect(suspectsAmong([], () => true)).toEqual([])
})

test('the first order alone is suspected where it runs apart', () => {
  expect(suspects()).toEqual([0])
  expect(suspects(1, 2)).toEqual([0])
})

test('inline orders are suspected up to the first that runs apart', () => {
  expect(suspects(0)).toEqual([0])
  expect(suspects(0, 1, 3)).toEqual([0, 1])
  expect(suspects(0, 1, 2, 3)).toEqual([0, 1, 2, 3])
})

/** Three new orders, what each was settled with, and a process that is lost with them. */
function lost(about: Partial<LostProcess>) {
  const ends: string[] = []
  const three = [0, 1, 2].map((at) =>
    createOrder(taskWith(''), false, (end) => ends.push(`${at} ${wordOf(end)}`)),
  )
  const usual = { isInline: () => false, killed: null, served: 1, complaint: '', elapsedMs: 5 }
  blame({ unanswered: three, ...usual, ...about })
  return { ends, deaths: three.map(({ deaths }) => deaths) }
}

test('a process that dies of unknown cause leaves its first order for another, once', () => {
  expect(lost({})).toEqual({ ends: [], deaths: [1, 0, 0] })
})

test('the first order that a process ever had is what it died of', () => {
  expect(lost({ served: 0 }).ends).toEqual(['0 crashed'])
  expect(lost({ served: 0, complaint: 'FATAL: out of memory' }).ends).toEqual(['0 out-of-memory'])
})

test('inline orders are all run apart once more', () => {
  expect(lost({ isInline: () => true })).toEqual({ ends: [], deaths: [1, 1, 1] })
})

test('an order that the studio ended a process for is settled unless it was answered meanwhile', () => {
  const [order] = orders
  const killed = { why: 'time', order } as const
  expect(lost({ killed })).toEqual({ ends: [], deaths: [0, 0, 0] })
  expect(lost({ killed, unanswered: [order!] })).toEqual({ ends: [], deaths: [0, 0, 0] })
  expect(order!.settled).toBe(true)
})
