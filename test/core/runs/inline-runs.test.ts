import { expect, test } from 'vitest'
import type { SandboxEnd, SandboxTask } from '../../../electron/contract/models/sandbox.ts'
import { InlineRuns } from '../../../electron/core/runs/inline-runs.ts'
import { createOrder, type Order } from '../../../electron/core/runs/order.ts'
import { createRehearsal } from '../../../electron/core/runs/rehearsal.ts'

const task: SandboxTask = createRehearsal().task
const orderOf = (body: string, more: Partial<SandboxTask> = {}): Order =>
  createOrder({ ...task, body, ...more }, false, () => undefined)
const ordersOf = (...bodies: readonly string[]): readonly Order[] => bodies.map((body) => orderOf(body))

/** Which of the orders run inline, by position, after runs of the body `a` have ended so. */
function inlineAmong(orders: readonly Order[], ...ends: readonly SandboxEnd[]): readonly number[] {
  const runs = new InlineRuns(() => true)
  for (const end of ends) runs.ended(orderOf('a'), end)
  const inline = runs.among(orders)
  return orders.flatMap((order, at) => (inline.has(order) ? [at] : []))
}

test('the fourth run of a body is the first that runs inline', () => {
  expect(inlineAmong(ordersOf('a', 'a', 'a', 'a', 'a'))).toEqual([3, 4])
  expect(inlineAmong(ordersOf('a', 'a', 'a', 'a', 'a'), 'completed', 'threw')).toEqual([1, 2, 3, 4])
  expect(inlineAmong(ordersOf('a', 'a'), 'completed', 'threw', 'completed')).toEqual([0, 1])
})

test('another body begins from none', () => {
  const good: readonly SandboxEnd[] = ['completed', 'completed', 'completed']
  expect(inlineAmong(ordersOf('b', 'b', 'b', 'b', 'a'), ...good)).toEqual([3])
  expect(inlineAmong(ordersOf('a', 'b', 'a'), ...good)).toEqual([0])
})

test('a run that ends badly begins from none', () => {
  expect(inlineAmong(ordersOf('a', 'a', 'a', 'a'), 'completed', 'completed', 'timed-out')).toEqual([3])
})

test('an order that somebody waits for, that a process died of or whose coverage is measured never runs inline', () => {
  const urgent = createOrder({ ...task, body: 'a' }, true, () => undefined)
  const deadly = orderOf('a')
  deadly.deaths = 1
  const covered = orderOf('a', { coverage: true })
  expect(inlineAmong([urgent, deadly, covered], 'completed', 'completed', 'completed')).toEqual([])
})

test('nothing runs inline where it cannot be watched from outside', () => {
  const runs = new InlineRuns(() => false)
  for (const order of ordersOf('a', 'a', 'a')) runs.ended(order, 'completed')
  expect(runs.after(orderOf('a'))).toBeNull()
  expect(runs.among(ordersOf('a')).size).toBe(0)
})
