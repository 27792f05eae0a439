import { expect, test } from 'vitest'
import { createOrder, type Order } from '../../../electron/core/runs/order.ts'
import { Pace } from '../../../electron/core/runs/pace.ts'
import { createRehearsal } from '../../../electron/core/runs/rehearsal.ts'

const orderOf = (body: string): Order =>
  createOrder({ ...createRehearsal().task, body }, false, () => undefined)

function paceAfter(...durations: readonly number[]): Pace {
  const pace = new Pace()
  pace.given(orderOf('a'))
  for (const durationMs of durations) pace.ended(orderOf('a'), { durationMs })
  return pace
}

test('a process holds some orders while nobody knows how long they take', () => {
  expect(new Pace().mostHeld).toBe(12)
  expect(paceAfter().mostHeld).toBe(12)
})

test.each([
  [0, 24],
  [0.2, 24],
  [2, 12],
  [10, 3],
  [1000, 2],
])('where a run takes %s ms, a process holds %s', (durationMs, held) => {
  expect(paceAfter(500, durationMs).mostHeld).toBe(held)
})

test('what another body takes says nothing of the one that was given last', () => {
  const pace = paceAfter(1000)
  pace.given(orderOf('b'))
  pace.ended(orderOf('a'), { durationMs: 1000 })
  expect([pace.body, pace.mostHeld]).toEqual(['b', 12])
  pace.ended(orderOf('b'), { durationMs: 0.1 })
  expect(pace.mostHeld).toBe(24)
})
