import { expect, test } from 'vitest'
import { planRecovery } from '../../electron/main/plan-recovery.ts'

const minute = 60_000

test('a page that crashes now and then is loaded again each time', () => {
  expect(planRecovery([0])).toBe('reload')
  expect(planRecovery([0, 2 * minute, 4 * minute, 6 * minute])).toBe('reload')
})

test('a page that crashes three times within a minute waits for the user', () => {
  expect(planRecovery([0, 1000])).toBe('reload')
  expect(planRecovery([0, 1000, 2000])).toBe('ask')
})
