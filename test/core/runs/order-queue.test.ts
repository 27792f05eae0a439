import { expect, test } from 'vitest'
import { createOrder, type Order } from '../../../electron/core/runs/order.ts'
import { OrderQueue } from '../../../electron/core/runs/order-queue.ts'
import { taskWith } from '../../helpers/pool.ts'

const nowhere = new Set<string>()

function orderOf(body: string, urgent = false): Order {
  return createOrder({ ...taskWith(''), body }, urgent, () => undefined)
}

function queueOf(orders: readonly Order[]): OrderQueue {
  const queue = new OrderQueue()
  for (const order of orders) queue.add(order)
  return queue
}

test('single orders come out in the order in which they went in', () => {
  const orders = [orderOf('a', true), orderOf('b', true), orderOf('a', true)]
  const queue = queueOf(orders)
  expect(queue.nextUrgent).toBe(orders[0])
  expect([queue.takeUrgent(), queue.takeUrgent(), queue.takeUrgent(), queue.takeUrgent()]).toEqual([
    ...orders,
    undefined,
  ])
})

test('a process gets the body that it knows', () => {
  const queue = queueOf([orderOf('a'), orderOf('b'), orderOf('a'), orderOf('b')])
  expect(queue.takeOfBatch('b', nowhere)?.task.body).toBe('b')
  expect(queue.takeOfBatch('b', nowhere)?.task.body).toBe('b')
  expect(queue.takeOfBatch('b', nowhere)?.task.body).toBe('a')
})

test('a new process gets a body that no other is at, or else any', () => {
  const queue = queueOf([orderOf('a'), orderOf('b')])
  expect(queue.takeOfBatch(null, new Set(['a']))?.task.body).toBe('b')
  expect(queue.takeOfBatch(null, new Set(['a']))?.task.body).toBe('a')
  expect(queue.takeOfBatch(null, new Set(['a']))).toBeUndefined()
})

test('an order that is put back is the next', () => {
  const first = orderOf('a')
  const queue = queueOf([first, orderOf('a')])
  expect(queue.takeOfBatch(null, nowhere)).toBe(first)
  queue.putBack(first)
  expect(queue.takeOfBatch(null, nowhere)).toBe(first)
})

test('an order is taken out once', () => {
  const [one, two] = [orderOf('a'), orderOf('a', true)]
  const queue = queueOf([one, two])
  expect([queue.remove(one), queue.remove(one), queue.remove(two), queue.size]).toEqual([
    true,
    false,
    true,
    0,
  ])
})

test('all are taken out', () => {
  const queue = queueOf([orderOf('a'), orderOf('b', true)])
  expect(queue.takeAll()).toHaveLength(2)
  expect([queue.size, queue.takeAll()]).toEqual([0, []])
})
