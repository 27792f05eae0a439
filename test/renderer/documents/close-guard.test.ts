import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asSaved, bodyOf } from '../../../renderer/documents/document.ts'
import type { useCloseGuard as UseCloseGuard } from '../../../renderer/documents/close-guard.ts'
import type { useDocuments as UseDocuments } from '../../../renderer/documents/documents-store.ts'
import { AnsweringStudio } from '../answering-studio.ts'

const studio = new AnsweringStudio()
let useDocuments: typeof UseDocuments
let useCloseGuard: typeof UseCloseGuard

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useDocuments = (await import('../../../renderer/documents/documents-store.ts')).useDocuments
  useCloseGuard = (await import('../../../renderer/documents/close-guard.ts')).useCloseGuard
  studio.answers.set('lambdas.save', (_slug: string, { body }: { body: string }) => ({
    kind: 'saved',
    lambda: { body, revision: 'r2' },
  }))
})

beforeEach(() => {
  setActivePinia(createPinia())
  const documents = useDocuments()
  for (const slug of ['a', 'b']) documents.put(asSaved(bodyOf(slug), { text: 'old', revision: 'r1' }))
})

test('saved text closes without a question', async () => {
  expect(await useCloseGuard().mayClose(['a'])).toBe(true)
})

test('unsaved text of another lambda is not asked about', async () => {
  useDocuments().edit(bodyOf('b'), 'new')
  expect(await useCloseGuard().mayClose(['a'])).toBe(true)
})

test.each([
  ['save', true, 'new', 0],
  ['discard', true, undefined, 0],
  ['cancel', false, 'new', 1],
] as const)('the answer %s ends so', async (choice, mayClose, text, unsaved) => {
  const documents = useDocuments()
  const guard = useCloseGuard()
  documents.edit(bodyOf('a'), 'new')
  const answer = guard.mayClose()
  expect(guard.asked.map(({ place }) => place.slug)).toEqual(['a'])
  guard.answer(choice)
  expect(await answer).toBe(mayClose)
  expect(documents.find(bodyOf('a'))?.text).toBe(text)
  expect(documents.unsaved).toHaveLength(unsaved)
  expect(guard.asked).toEqual([])
})
