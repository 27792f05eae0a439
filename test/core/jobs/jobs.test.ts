import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import type { Job } from '../../../electron/contract/models/job.ts'
import { Jobs } from '../../../electron/core/jobs/jobs.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('progress is told on, also when the clock of the machine is put back', async () => {
  const told: Job[] = []
  const jobs = new Jobs((_event, payload) => void told.push(payload as Job))
  const { ended } = jobs.start('sync', async (job) => {
    job.progress(1, 3)
    const hourAgo = Date.now() - 3_600_000
    vi.spyOn(Date, 'now').mockReturnValue(hourAgo)
    await delay(100)
    job.progress(2, 3)
    job.progress(3, 3)
  })
  await ended
  expect(told.map(({ done, state }) => [done, state])).toEqual([
    [1, 'running'],
    [2, 'running'],
    [3, 'done'],
  ])
})
