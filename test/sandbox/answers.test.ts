import { beforeEach, expect, test } from 'vitest'
import type { SandboxMessage, SandboxAnswer } from '../../electron/contract/models/sandbox.ts'
import { Answers } from '../../electron/sandbox/answers.ts'

let sent: string[]
let answers: Answers

beforeEach(() => {
  sent = []
  answers = new Answers((message, then) => {
    sent.push(worded(message))
    then?.()
  })
})

function worded(message: SandboxMessage): string {
  if (message.kind === 'ready') return 'ready'
  const numbers = message.answers.map(({ durationMs }) => durationMs).join(' ')
  return message.leaving ? `${numbers} leaving` : numbers
}

function answer(durationMs: number): SandboxAnswer {
  return { went: 'returned', text: null, thrown: null, durationMs, heapBytes: 0, coverage: null }
}

test('an answer that may not wait is sent at once, after those that are held', () => {
  answers.add(answer(1), false)
  answers.add(answer(2), true)
  answers.add(answer(3), false)
  expect(sent).toEqual(['1', '2 3'])
})

test('answers that may wait are sent before they are many', () => {
  for (let at = 1; at <= 9; at++) answers.add(answer(at), true)
  answers.add(answer(10), false)
  expect(sent.join(' ')).toBe('1 2 3 4 5 6 7 8 9 10')
  for (const message of sent) expect(message.split(' ').length).toBeLessThanOrEqual(8)
})

test('an answer is not held for longer than a moment', async () => {
  answers.add(answer(1), true)
  await new Promise((resolve) => setTimeout(resolve, 20))
  answers.add(answer(2), true)
  expect(sent).toEqual(['1 2'])
})

test('a process that leaves sends what it holds and the last answer before it goes', () => {
  answers.add(answer(1), true)
  answers.leave(answer(2), () => sent.push('gone'))
  expect(sent).toEqual(['1 2 leaving', 'gone'])
})

test('a process that leaves without a last answer sends only what it holds', () => {
  answers.leave(null, () => sent.push('gone'))
  answers.add(answer(1), true)
  answers.leave(null, () => sent.push('gone'))
  expect(sent).toEqual(['gone', '1', 'gone'])
})
