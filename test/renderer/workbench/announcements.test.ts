import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, expect, test } from 'vitest'
import { nextTick, type Component } from 'vue'
import type { useRuns as UseRuns } from '../../../renderer/features/runs/runs-store.ts'
import { AnsweringStudio } from '../answering-studio.ts'
import { runReport } from '../builders.ts'
import { mountComponent } from '../mount-component.ts'

const studio = new AnsweringStudio()
const request = { type: 'JWTPopulate', engineType: 'GraalJS', body: '', debug: false, input: {} } as const
let Announcements: Component
let useRuns: typeof UseRuns

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  Announcements = (await import('../../../renderer/workbench/Announcements.vue')).default
  useRuns = (await import('../../../renderer/features/runs/runs-store.ts')).useRuns
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
