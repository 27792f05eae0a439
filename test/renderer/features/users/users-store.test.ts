import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, expect, test } from 'vitest'
import type { useUsers as UseUsers } from '../../../../renderer/features/users/users-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let useUsers: typeof UseUsers

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useUsers = (await import('../../../../renderer/features/users/users-store.ts')).useUsers
  setActivePinia(createPinia())
})

test('users of an instance that is left do not come to show afterwards', async () => {
  const users = useUsers()
  const answers = studio.waitFor('users.find')
  users.enter('dev')
  await expect.poll(() => answers.length).toBe(1)
  users.enter(undefined)
  answers[0]!({ users: [{ id: 'ada', name: 'Ada' }], total: 1, next: null, searchAway: null })
  await new Promise((resolve) => setTimeout(resolve))
  expect(users.found).toEqual([])
  expect(users.searching).toBe(false)
})

test('why nothing was found on one instance is not said of the next', async () => {
  const users = useUsers()
  studio.answers.delete('users.find')
  users.enter('dev')
  await expect.poll(() => users.searchFailure?.code).toBe('unknown-call')
  studio.waitFor('users.find')
  users.enter('production')
  expect(users.searchFailure).toBeUndefined()
})
