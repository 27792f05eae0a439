import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { useHistory as UseHistory } from '../../../../renderer/features/history/history-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let useHistory: typeof UseHistory

const difference = (id: string) => ({
  entry: { id, at: '2026-01-01T00:00:00Z', reason: 'save', bytes: 1 },
  then: { body: id, settings: '' },
  now: { body: 'now', settings: '' },
})

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useHistory = (await import('../../../../renderer/features/history/history-store.ts')).useHistory
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.answers.set('history.list', () => ({ entries: [], problems: [] }))
})

test('of several snapshots that were asked for, the last one shows', async () => {
  const history = useHistory()
  await history.toggle('roles')
  const answers = studio.waitFor('history.compare')
  const both = [history.compare('first'), history.compare('second')]
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!(difference('second'))
  answers[0]!(difference('first'))
  await Promise.all(both)
  expect(history.difference?.entry.id).toBe('second')
})

test('a comparison of one lambda does not come to stand in the history of another', async () => {
  const history = useHistory()
  await history.toggle('roles')
  const answers = studio.waitFor('history.compare')
  const late = history.compare('first')
  await expect.poll(() => answers.length).toBe(1)
  await history.toggle('claims')
  answers[0]!(difference('first'))
  await late
  expect(history.difference).toBeUndefined()
})
