import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { asSaved, bodyOf } from '../../../renderer/documents/document.ts'
import type { useDocuments as UseDocuments } from '../../../renderer/documents/documents-store.ts'
import { AnsweringStudio } from '../answering-studio.ts'

const studio = new AnsweringStudio()
const place = bodyOf('roles')
let useDocuments: typeof UseDocuments
let keepDrafts: () => void

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useDocuments = (await import('../../../renderer/documents/documents-store.ts')).useDocuments
  keepDrafts = (await import('../../../renderer/documents/keep-drafts.ts')).keepDrafts
  studio.answers.set('drafts.put', () => null)
  studio.answers.set('drafts.discard', () => null)
})

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  studio.calls.length = 0
  useDocuments().put(asSaved(place, { text: 'old', revision: 'r1' }))
  keepDrafts()
})
afterEach(() => vi.useRealTimers())

test('typing on and on does not put the writing off', async () => {
  const documents = useDocuments()
  for (let step = 0; step < 10; step += 1) {
    documents.edit(place, `typed ${step}`)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(studio.callsOf('drafts.put').length).toBeGreaterThanOrEqual(4)
  expect(studio.callsOf('drafts.put').at(-1)).toEqual([{ ...place, text: 'typed 9', basedOn: 'r1' }])
})

test('text is on its way to the disk well within half a second', async () => {
  useDocuments().edit(place, 'typed')
  await vi.advanceTimersByTimeAsync(300)
  expect(studio.callsOf('drafts.put')).toEqual([[{ ...place, text: 'typed', basedOn: 'r1' }]])
})

test('a draft goes once its text is saved', async () => {
  const documents = useDocuments()
  documents.edit(place, 'typed')
  await vi.advanceTimersByTimeAsync(300)
  studio.answers.set('lambdas.save', () => ({ kind: 'saved', lambda: { body: 'typed', revision: 'r2' } }))
  await documents.save(place)
  expect(studio.callsOf('drafts.discard')).toEqual([[place.slug, place.part]])
})

test('what is written while a save is under way stays unsaved', async () => {
  const documents = useDocuments()
  documents.edit(place, 'typed')
  studio.answers.set('lambdas.save', () => {
    documents.edit(place, 'typed on')
    return { kind: 'saved', lambda: { body: 'typed', revision: 'r2' } }
  })
  expect(await documents.save(place)).toBe('saved')
  expect(documents.unsaved.map(({ text }) => text)).toEqual(['typed on'])
})

test('a save that somebody else was quicker than asks the user', async () => {
  const documents = useDocuments()
  documents.edit(place, 'mine')
  studio.answers.set('lambdas.save', () => ({ kind: 'conflict', lambda: { body: 'theirs', revision: 'r9' } }))
  expect(await documents.save(place)).toBe('disputed')
  expect(documents.find(place)).toMatchObject({ text: 'mine', note: { kind: 'changed' } })
})
