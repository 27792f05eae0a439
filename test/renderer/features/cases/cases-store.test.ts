import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { caseOf } from '../../../../renderer/documents/document.ts'
import type { useDocuments as UseDocuments } from '../../../../renderer/documents/documents-store.ts'
import type { useCases as UseCases } from '../../../../renderer/features/cases/cases-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let useCases: typeof UseCases
let useDocuments: typeof UseDocuments

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useCases = (await import('../../../../renderer/features/cases/cases-store.ts')).useCases
  useDocuments = (await import('../../../../renderer/documents/documents-store.ts')).useDocuments
})

beforeEach(() => {
  setActivePinia(createPinia())
  const kind = 'expectation'
  const cases = ['one', 'two', 'new'].map((name) => ({ name, kind }))
  studio.answers.set('cases.list', () => ({ cases, problems: [] }))
  studio.answers.set('cases.read', (_slug: string, name: string) => ({ name, text: name, revision: 'r1' }))
})

test('what is worked on changes once the text of the next case is there', async () => {
  const cases = useCases()
  await cases.choose('roles', 'one')
  const answers = studio.waitFor('cases.read')
  const choosing = cases.choose('roles', 'two')
  await expect.poll(() => answers.length).toBe(1)
  expect(cases.chosenOf('roles')).toBe('one')
  answers[0]!({ text: 'two', revision: 'r1' })
  await choosing
  expect(cases.chosenOf('roles')).toBe('two')
})

test('of several cases that are chosen, the last is worked on, whichever comes last', async () => {
  const cases = useCases()
  const answers = studio.waitFor('cases.read')
  const both = [cases.choose('roles', 'one'), cases.choose('roles', 'two')]
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!({ text: 'two', revision: 'r1' })
  answers[0]!({ text: 'one', revision: 'r1' })
  await Promise.all(both)
  expect(cases.chosenOf('roles')).toBe('two')
})

test('a case that cannot be read leaves what is worked on', async () => {
  const cases = useCases()
  await cases.choose('roles', 'one')
  studio.answers.delete('cases.read')
  await expect(cases.choose('roles', 'two')).rejects.toMatchObject({ code: 'unknown-call' })
  expect(cases.chosenOf('roles')).toBe('one')
})

test('a case with another name is worked on under it, and its old text is closed', async () => {
  const cases = useCases()
  await cases.choose('roles', 'one')
  studio.answers.set('cases.rename', () => ({ name: 'new', text: 'one', revision: 'r1' }))
  expect(await cases.rename('roles', 'one', 'new')).toBe('new')
  expect(cases.chosenOf('roles')).toBe('new')
  expect(useDocuments().find(caseOf('roles', 'one'))).toBeUndefined()
})
