import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asSaved, bodyOf } from '../../../renderer/documents/document.ts'
import type { useDocuments as UseDocuments } from '../../../renderer/documents/documents-store.ts'
import { AnsweringStudio } from '../answering-studio.ts'

const studio = new AnsweringStudio()
const place = bodyOf('roles')
let useDocuments: typeof UseDocuments

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useDocuments = (await import('../../../renderer/documents/documents-store.ts')).useDocuments
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.calls.length = 0
  useDocuments().put(asSaved(place, { text: 'old', revision: 'r1' }))
})

test('what is typed while a save is under way is saved over what that save wrote', async () => {
  const documents = useDocuments()
  const answers = studio.waitFor('lambdas.save')
  documents.edit(place, 'first')
  const first = documents.save(place)
  await expect.poll(() => answers.length).toBe(1)
  documents.edit(place, 'second')
  const second = documents.save(place)
  answers[0]!({ kind: 'saved', lambda: { body: 'first', revision: 'r2' } })
  expect(await first).toBe('saved')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!({ kind: 'saved', lambda: { body: 'second', revision: 'r3' } })
  expect(await second).toBe('saved')
  expect(studio.callsOf('lambdas.save').map(([, change]) => change)).toEqual([
    { body: 'first', basedOn: 'r1' },
    { body: 'second', basedOn: 'r2' },
  ])
  expect(documents.unsaved).toEqual([])
})

test('what was read before a save does not come to stand over what was saved', async () => {
  const documents = useDocuments()
  const reads = studio.waitFor('lambdas.read')
  studio.answers.set('lambdas.save', () => ({ kind: 'saved', lambda: { body: 'mine', revision: 'r2' } }))
  const reread = documents.reread(place)
  await expect.poll(() => reads.length).toBe(1)
  documents.edit(place, 'mine')
  const saved = documents.save(place)
  reads[0]!({ body: 'old', revision: 'r1' })
  await Promise.all([reread, saved])
  expect(documents.find(place)).toMatchObject({ text: 'mine', saved: { revision: 'r2' } })
})

test('a save that fails does not hold up the next', async () => {
  const documents = useDocuments()
  studio.answers.delete('lambdas.save')
  documents.edit(place, 'mine')
  await expect(documents.save(place)).rejects.toMatchObject({ code: 'unknown-call' })
  studio.answers.set('lambdas.save', () => ({ kind: 'saved', lambda: { body: 'mine', revision: 'r2' } }))
  expect(await documents.save(place)).toBe('saved')
})
