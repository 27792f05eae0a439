import { expect, test } from 'vitest'
import { processesAtWork } from '../../../electron/core/runs/processes-at-work.ts'

test.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [5, 4],
  [64, 4],
])('of %i cores, %i run lambdas at most', (cores, processes) => {
  expect(processesAtWork(cores)).toBe(processes)
})
