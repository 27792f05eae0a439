import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { usePersonInput as UsePersonInput } from '../../../../renderer/workbench/directory/person-input-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let usePersonInput: typeof UsePersonInput

const person = (name: string) => ({
  summary: { name },
  applications: [{ applicationId: `app of ${name}`, applicationName: null, registration: {} }],
})

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  usePersonInput = (await import('../../../../renderer/workbench/directory/person-input-store.ts'))
    .usePersonInput
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.answers.set('users.input', () => ({ name: 'x', input: {}, notes: [] }))
})

test('of a person who cannot be read, nothing of the one before shows', async () => {
  const input = usePersonInput()
  studio.answers.set('users.read', () => person('Ada'))
  await input.show('ada')
  expect(input).toMatchObject({ personName: 'Ada', applicationId: 'app of Ada' })
  studio.answers.delete('users.read')
  await input.show('grace')
  expect(input).toMatchObject({ userId: 'grace', personName: 'grace', applicationId: '', applications: [] })
  expect(input.failure?.code).toBe('unknown-call')
})

test('of two persons who are asked for, the last one shows', async () => {
  const input = usePersonInput()
  const answers = studio.waitFor('users.read')
  const both = [input.show('ada'), input.show('grace')]
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!(person('Grace'))
  answers[0]!(person('Ada'))
  await Promise.all(both)
  expect(input).toMatchObject({ userId: 'grace', personName: 'Grace' })
})
