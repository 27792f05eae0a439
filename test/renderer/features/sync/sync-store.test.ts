import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { SyncPlan } from '../../../../electron/contract/models/sync.ts'
import type { useSyncBadges as UseSyncBadges } from '../../../../renderer/features/sync/sync-badges-store.ts'
import type { useSync as UseSync } from '../../../../renderer/features/sync/sync-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'
import { plan, planEntry } from '../../sync-builders.ts'

const studio = new AnsweringStudio()
let useSync: typeof UseSync
let useSyncBadges: typeof UseSyncBadges
let current: SyncPlan

const mine = planEntry({ slug: 'mine' })
const both = planEntry({ slug: 'both', kind: 'conflict', reason: 'changed-on-both-sides' })
const equal = planEntry({ slug: 'equal', kind: 'same', reason: 'in-step', fields: [] })
const merged = { name: 'Both', engineType: 'GraalJS' as const, debug: false, body: 'x\n' }

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useSync = (await import('../../../../renderer/features/sync/sync-store.ts')).useSync
  useSyncBadges = (await import('../../../../renderer/features/sync/sync-badges-store.ts')).useSyncBadges
})

beforeEach(() => {
  setActivePinia(createPinia())
  current = plan(mine, both, equal)
  studio.answers.set('sync.plan', () => current)
})

test('what is usual is chosen, and a conflict waits', async () => {
  const sync = useSync()
  await sync.compareWith('dev')
  expect(sync.chosenFor('push').map(({ entry }) => entry.slug)).toEqual(['mine'])
  expect(sync.chosenFor('pull')).toEqual([])
})

test('a merge is carried out once there is a text for it', async () => {
  const sync = useSync()
  await sync.compareWith('dev')
  sync.choose(both, 'merge')
  expect(sync.chosenFor('push')).toHaveLength(1)
  sync.keepMerge(both, merged)
  expect(sync.chosenFor('push')).toContainEqual({ entry: both, action: 'merge', merged })
})

test('all can be left, and chosen again as is usual, a merge that was made with them', async () => {
  const sync = useSync()
  await sync.compareWith('dev')
  sync.keepMerge(both, merged)
  sync.chooseAll(false)
  expect(sync.chosenFor('push')).toEqual([])
  sync.chooseAll(true)
  expect(sync.chosenFor('push').map(({ action }) => action)).toEqual(['push', 'merge'])
})

test('who decides to merge is led to it', async () => {
  const sync = useSync()
  await sync.compareWith('dev')
  sync.decide(mine, 'leave')
  expect(sync.selected).toBeUndefined()
  sync.decide(both, 'merge')
  expect(sync.selected).toEqual(both)
  expect(sync.section).toBe('merge')
})

test('a merge is not kept for sides that changed since', async () => {
  const sync = useSync()
  await sync.compareWith('dev')
  sync.keepMerge(both, merged)
  current = plan({ ...both, seen: { local: 'l1', remote: 'r2' } })
  await sync.refresh()
  expect(sync.mergeOf(current.entries[0]!)).toBeUndefined()
  expect(sync.chosenFor('push')).toEqual([])
})

test('a choice that an entry no longer offers is forgotten', async () => {
  const sync = useSync()
  await sync.compareWith('dev')
  sync.choose(mine, 'pull')
  current = plan({ ...mine, kind: 'same', reason: 'in-step' })
  await sync.refresh()
  expect(sync.choiceOf(current.entries[0]!)).toBe('leave')
})

test('badges show the lambdas that are not in step, and none without an instance', async () => {
  const [sync, badges] = [useSync(), useSyncBadges()]
  await sync.compareWith('dev')
  expect(badges.of('mine')).toMatchObject({ label: 'sync.changedHere' })
  expect(badges.of('equal')).toBeUndefined()
  await sync.compareWith(undefined)
  expect(badges.of('mine')).toBeUndefined()
})

test('another instance has its own plan and its own choices', async () => {
  const sync = useSync()
  await sync.compareWith('dev')
  sync.choose(mine, 'leave')
  await sync.compareWith('prod')
  expect(sync.choiceOf(mine)).toBe('push')
})

test('what cannot be compared says why, and keeps the plan that was there', async () => {
  const sync = useSync()
  await sync.compareWith('dev')
  studio.answers.delete('sync.plan')
  await sync.refresh()
  expect(sync.failure?.code).toBe('unknown-call')
  expect(sync.plan?.entries).toHaveLength(3)
})

test('the answer to an earlier question changes nothing, even of the same instance', async () => {
  const answers = studio.waitFor('sync.plan')
  const sync = useSync()
  const first = sync.compareWith('dev')
  const second = sync.compareWith('dev')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!(plan(equal))
  await second
  expect(sync.loading).toBe(false)
  answers[0]!(plan(mine))
  await first
  expect(sync.plan).toEqual(plan(equal))
})
