import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, expect, test } from 'vitest'
import { nextTick, type Component } from 'vue'
import type { useMemberJob as UseMemberJob } from '../../../renderer/features/members/member-job-store.ts'
import type { useRuns as UseRuns } from '../../../renderer/features/runs/runs-store.ts'
import type { SyncWork, useSyncJob as UseSyncJob } from '../../../renderer/features/sync/sync-job-store.ts'
import type { useLayout as UseLayout } from '../../../renderer/shell/layout-store.ts'
import { AnsweringStudio } from '../answering-studio.ts'
import { runReport } from '../builders.ts'
import { mountComponent } from '../mount-component.ts'
import { syncReport } from '../sync-builders.ts'

const studio = new AnsweringStudio()
const request = { type: 'JWTPopulate', engineType: 'GraalJS', body: '', debug: false, input: {} } as const
let Announcements: Component
let useRuns: typeof UseRuns
let useSyncJob: typeof UseSyncJob
let useMemberJob: typeof UseMemberJob
let useLayout: typeof UseLayout

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  Announcements = (await import('../../../renderer/workbench/Announcements.vue')).default
  useRuns = (await import('../../../renderer/features/runs/runs-store.ts')).useRuns
  useSyncJob = (await import('../../../renderer/features/sync/sync-job-store.ts')).useSyncJob
  useMemberJob = (await import('../../../renderer/features/members/member-job-store.ts')).useMemberJob
  useLayout = (await import('../../../renderer/shell/layout-store.ts')).useLayout
})

test('the end of each run is announced, also where it ends as the one before', async () => {
  const pinia = createPinia()
  setActivePinia(pinia)
  const said = mountComponent(Announcements, { global: { plugins: [pinia] } })
  const answers = studio.waitFor('runs.run')
  for (const at of [0, 1]) {
    const run = useRuns().run('', request)
    await nextTick()
    expect(said.text()).toBe('')
    await expect.poll(() => answers.length).toBe(at + 1)
    answers[at]!(runReport())
    await run
    await nextTick()
    expect(said.text()).toContain('Completed')
  }
})

/** What is said, and a list of all that was said so far. */
function announcements() {
  const pinia = createPinia()
  setActivePinia(pinia)
  const mounted = mountComponent(Announcements, { global: { plugins: [pinia] } })
  const heard: string[] = []
  const observer = new MutationObserver(() => {
    if (mounted.text() !== '') heard.push(mounted.text())
  })
  const region = mounted.element as Element
  observer.observe(region, { childList: true, characterData: true, subtree: true })
  return { said: mounted, heard }
}

const done = { slug: 'a', id: null, name: 'A', action: 'push', code: null, message: 'Done.' } as const

test.each<[SyncWork, string]>([
  ['push', 'The push ended. 1 done, 1 failed.'],
  ['pull', 'The pull ended. 1 done, 1 failed.'],
  ['promote', 'The promotion ended. 1 done, 1 failed.'],
  ['undo', 'The undo ended. 1 taken back, 1 failed.'],
])('the end of a %s is announced once, on the screen that shows it', async (work, words) => {
  const { said, heard } = announcements()
  useLayout().show('instances')
  const results = [
    { ...done, outcome: 'done' },
    { ...done, outcome: 'failed' },
  ] as const
  studio.answers.set('sync.finish', () => syncReport({ results }))
  await useSyncJob().start(work, () => Promise.resolve({ jobId: 'job' }))
  await expect.poll(() => said.text()).toBe(words)
  expect(said.attributes('role')).toBe('status')
  await expect.poll(() => heard).toEqual([words])
})

test('the end of a change of members is announced once, and one elsewhere is left to its toast', async () => {
  const { said, heard } = announcements()
  const totals = { done: 3, skipped: 1, failed: 0 }
  const page = { jobId: 'job', state: 'done', results: [], total: 0, totals, error: null }
  studio.answers.set('members.finish', () => page)
  studio.answers.set('members.results', () => page)
  const add = () =>
    useMemberJob().start({ work: 'add', groupId: 'g', groupName: 'G', asked: 4 }, () =>
      Promise.resolve({ jobId: 'job' }),
    )
  useLayout().show('lambdas')
  await add()
  await nextTick()
  expect(said.text()).toBe('')
  useLayout().show('groups')
  await add()
  const words = 'The change of members ended. 3 done, 1 skipped.'
  await expect.poll(() => said.text()).toBe(words)
  await expect.poll(() => heard).toEqual([words])
})
