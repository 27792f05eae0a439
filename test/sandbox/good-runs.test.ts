import { expect, test } from 'vitest'
import type { SandboxAnswer, SandboxWork } from '../../electron/contract/models/sandbox.ts'
import { createRehearsal } from '../../electron/core/runs/rehearsal.ts'
import { GoodRuns } from '../../electron/sandbox/good-runs.ts'

const workOf = (body: string, inlineAfter: number | null = 2): SandboxWork => ({
  ...createRehearsal().task,
  body,
  inlineAfter,
})
const answerOf = (went: SandboxAnswer['went']): SandboxAnswer => ({
  went,
  text: null,
  thrown: null,
  durationMs: 1,
  heapBytes: 0,
  coverage: null,
})

test('a run takes the thread of the process after as many good runs of its body as it asks for', () => {
  const good = new GoodRuns()
  expect(good.allowInline(workOf('a', 0))).toBe(true)
  good.ended(workOf('a'), answerOf('returned'))
  expect(good.allowInline(workOf('a'))).toBe(false)
  good.ended(workOf('a'), answerOf('threw'))
  expect(good.allowInline(workOf('a'))).toBe(true)
  expect(good.allowInline(workOf('a', null))).toBe(false)
})

test('another body, and a run that ended badly, begin from none', () => {
  const good = new GoodRuns()
  for (const went of ['returned', 'returned'] as const) good.ended(workOf('a'), answerOf(went))
  expect(good.allowInline(workOf('b'))).toBe(false)
  good.ended(workOf('a'), answerOf('timed-out'))
  expect(good.allowInline(workOf('a'))).toBe(false)
  good.ended(workOf('b'), answerOf('returned'))
  good.ended(workOf('b'), answerOf('returned'))
  expect(good.allowInline(workOf('b'))).toBe(true)
})
