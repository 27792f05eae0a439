import { expect, test } from 'vitest'
import { createOrder, type Order } from '../../../electron/core/runs/order.ts'
import { suspectsAmong } from '../../../electron/core/runs/suspects.ts'
import { taskWith } from '../../helpers/pool.ts'

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
