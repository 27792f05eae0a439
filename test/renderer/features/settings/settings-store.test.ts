import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, expect, test } from 'vitest'
import { usualSettings } from '../../../../electron/contract/models/setting.ts'
import type { useSettings as UseSettings } from '../../../../renderer/features/settings/settings-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let useSettings: typeof UseSettings

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useSettings = (await import('../../../../renderer/features/settings/settings-store.ts')).useSettings
})

test('of two changes one after the other the last one holds, whichever answer comes last', async () => {
  setActivePinia(createPinia())
  const settings = useSettings()
  const answers = studio.waitFor('settings.change')
  const stateWith = (size: number) => ({
    values: { ...usualSettings, 'editor.fontSize': size },
    changed: [],
    faults: [],
  })
  const both = [settings.change('editor.fontSize', 15), settings.change('editor.fontSize', 14)]
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!(stateWith(14))
  answers[0]!(stateWith(15))
  await Promise.all(both)
  expect(settings.values['editor.fontSize']).toBe(14)
})
