import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { useEventLog as UseEventLog } from '../../../../renderer/features/event-log/event-log-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let useEventLog: typeof UseEventLog

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useEventLog = (await import('../../../../renderer/features/event-log/event-log-store.ts')).useEventLog
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.calls.length = 0
  studio.answers.set('eventLog.read', () => ({ runs: [], isPartial: false }))
  studio.answers.set('jobs.cancel', () => true)
})

test('who leaves the log before it is followed does not leave the studio following it', async () => {
  const log = useEventLog()
  await log.show('dev')
  const answers = studio.waitFor('eventLog.follow')
  const following = log.follow()
  await expect.poll(() => answers.length).toBe(1)
  await log.unfollow()
  answers[0]!({ jobId: 'late' })
  await following
  expect(studio.callsOf('jobs.cancel')).toEqual([['late']])
  expect(log.following).toBe(false)
})

test('the log is followed once, however often it is asked for', async () => {
  const log = useEventLog()
  await log.show('dev')
  const answers = studio.waitFor('eventLog.follow')
  const first = log.follow()
  await log.follow()
  await expect.poll(() => answers.length).toBe(1)
  answers[0]!({ jobId: 'one' })
  await first
  expect(studio.callsOf('eventLog.follow')).toHaveLength(1)
  expect(log.following).toBe(true)
})

test('a log that cannot be followed says why, and is not followed', async () => {
  const log = useEventLog()
  await log.show('dev')
  studio.answers.delete('eventLog.follow')
  await log.follow()
  expect(log.failure?.code).toBe('unknown-call')
  expect(log.following).toBe(false)
})
