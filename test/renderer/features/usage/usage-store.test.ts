import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type {
  useUsage as UseUsage,
  useUsages as UseUsages,
} from '../../../../renderer/features/usage/usage-store.ts'
import { useFailures } from '../../../../renderer/shell/failures-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let useUsage: typeof UseUsage
let useUsages: typeof UseUsages

const owner = { kind: 'application' as const, id: 'app', name: 'App' }
const candidate = { owner, field: 'accessTokenPopulateId', ui: 'App > JWT', current: null }

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  ;({ useUsage, useUsages } = await import('../../../../renderer/features/usage/usage-store.ts'))
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.answers.set('assignments.candidates', () => ({ candidates: [], unread: [] }))
})

test('why the uses of one lambda could not be read is not said of the next', async () => {
  const usage = useUsage()
  studio.answers.delete('assignments.candidates')
  await usage.show('dev', 'roles')
  expect(usage.failure?.code).toBe('unknown-call')
  studio.waitFor('assignments.candidates')
  void usage.show('dev', 'claims')
  expect(usage.failure).toBeUndefined()
})

test('what became of an assignment is not said of another lambda, and not lost', async () => {
  const usage = useUsage()
  await usage.show('dev', 'roles')
  studio.answers.set('assignments.assign', () =>
    usage.show('dev', 'claims').then(() => Promise.reject(new Error())),
  )
  await usage.assign({ candidate, next: null }, null)
  expect(usage.failure).toBeUndefined()
  expect(useFailures().last).toBeDefined()
})

test('a lambda may be used where something uses it, where that cannot be read, and where nobody looks', async () => {
  const { mayBeUsed } = useUsages()
  const there = (places: readonly object[], unread: readonly object[] = []) =>
    studio.answers.set('assignments.usageThere', () => ({ places, unread }))
  const one = { id: '5f1e3a52-7c0b-4d5e-9a43-0d4b1f3c2a10', type: 'JWTPopulate' }
  there([])
  expect(await mayBeUsed('dev', [one, one])).toBe(false)
  expect(
    await mayBeUsed(
      'dev',
      Array.from({ length: 9 }, () => one),
    ),
  ).toBe(true)
  there([{ owner, field: 'accessTokenPopulateId' }])
  expect(await mayBeUsed('dev', [one])).toBe(true)
  there([], [{ kind: 'application' }])
  expect(await mayBeUsed('dev', [one])).toBe(true)
  studio.answers.delete('assignments.usageThere')
  expect(await mayBeUsed('dev', [one])).toBe(true)
})
