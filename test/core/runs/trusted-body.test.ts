import { expect, test } from 'vitest'
import type { SandboxTask } from '../../../electron/contract/models/sandbox.ts'
import { createOrder, type Order } from '../../../electron/core/runs/order.ts'
import { createRehearsal } from '../../../electron/core/runs/rehearsal.ts'
import { TrustedBody } from '../../../electron/core/runs/trusted-body.ts'

const task: SandboxTask = createRehearsal().task
const orderOf = (body: string): Order => createOrder({ ...task, body }, false, () => undefined)

test('of a body few runs are taken ahead until three have ended well, and then as many as there is room for', () => {
  const trusted = new TrustedBody()
  const held: Order[] = []
  const take = (): void => {
    const order = orderOf('a')
    trusted.given(order)
    held.push(order)
  }
  while (trusted.mayTakeMore(held) && held.length < 100) take()
  expect(held).toHaveLength(4)
  expect(trusted.mayRunInline(orderOf('a'))).toBe(false)
  for (const order of held.splice(0, 3)) trusted.ended(order, 'completed')
  for (let more = 0; more < 20; more++) take()
  expect(trusted.mayTakeMore(held)).toBe(true)
  expect(trusted.mayRunInline(orderOf('a'))).toBe(true)
})

test('what a process still holds of another body does not count', () => {
  const trusted = new TrustedBody()
  const held = Array.from({ length: 7 }, () => orderOf('a'))
  trusted.given(orderOf('b'))
  expect(trusted.mayTakeMore(held)).toBe(true)
})

test('a run that ends badly takes the trust away', () => {
  const trusted = new TrustedBody()
  const held = Array.from({ length: 5 }, () => orderOf('a'))
  for (const order of held) trusted.given(order)
  for (const order of held.slice(0, 3)) trusted.ended(order, 'threw')
  expect(trusted.mayTakeMore(held)).toBe(true)
  trusted.ended(held[3], 'timed-out')
  expect(trusted.mayTakeMore(held)).toBe(false)
})
