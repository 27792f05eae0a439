import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { useReview } from '../../../renderer/features/sync/review-store.ts'
import type { useSync as UseSync } from '../../../renderer/features/sync/sync-store.ts'
import type { pushOrPull as PushOrPull } from '../../../renderer/workbench/push-and-pull.ts'
import { AnsweringStudio } from '../answering-studio.ts'
import { instance, plan, planEntry } from '../sync-builders.ts'

const studio = new AnsweringStudio()
const first = planEntry({ slug: 'first', id: '25a872da-bb44-4af8-a43d-e7bcb5351e01' })
const second = planEntry({ slug: 'second', id: '25a872da-bb44-4af8-a43d-e7bcb5351e02' })
let pushOrPull: typeof PushOrPull
let useSync: typeof UseSync

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  ;({ pushOrPull } = await import('../../../renderer/workbench/push-and-pull.ts'))
  ;({ useSync } = await import('../../../renderer/features/sync/sync-store.ts'))
})

beforeEach(async () => {
  setActivePinia(createPinia())
  studio.calls.length = 0
  studio.answers.set('instances.list', () => [instance()])
  studio.answers.set('sync.plan', () => plan(first, second))
  const { useInstances } = await import('../../../renderer/features/instances/instances-store.ts')
  await useInstances().load()
  await useSync().compareWith('dev')
})

/** Presses Push, and does something while the studio looks whether anything uses what would be written. */
async function pushWhile(meanwhile: () => void): Promise<void> {
  const usages = studio.waitFor('assignments.usageThere')
  const pushed = pushOrPull('push')
  for (const at of [0, 1]) {
    await expect.poll(() => usages.length).toBe(at + 1)
    if (at === 0) meanwhile()
    usages[at]!({ places: [], unread: [] })
  }
  await pushed
}

test('what nobody uses is pushed at once', async () => {
  await pushWhile(() => undefined)
  expect(studio.callsOf('sync.apply')).toHaveLength(1)
  expect(useReview().direction).toBeUndefined()
})

test('a push whose choice changes while its use is looked up is shown first', async () => {
  await pushWhile(() => useSync().choose(second, 'leave'))
  expect(studio.callsOf('sync.apply')).toEqual([])
  expect(useReview().direction).toBe('push')
})

test('a push of which nothing is chosen any longer is not begun', async () => {
  await pushWhile(() => useSync().chooseAll(false))
  expect(studio.callsOf('sync.apply')).toEqual([])
  expect(useReview().direction).toBeUndefined()
})
