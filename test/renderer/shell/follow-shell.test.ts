import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, expect, test } from 'vitest'
import { asSaved, bodyOf } from '../../../renderer/documents/document.ts'
import { AnsweringStudio } from '../answering-studio.ts'

const studio = new AnsweringStudio()

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  setActivePinia(createPinia())
  const { followShell } = await import('../../../renderer/shell/follow-shell.ts')
  followShell()
})

test('a window whose text cannot be saved stays, and says why', async () => {
  const { useDocuments } = await import('../../../renderer/documents/documents-store.ts')
  const { useCloseGuard } = await import('../../../renderer/documents/close-guard.ts')
  const { useFailures } = await import('../../../renderer/shell/failures-store.ts')
  studio.answers.set('shell.answerClosing', () => null)
  useDocuments().put({ ...asSaved(bodyOf('roles'), { text: 'old', revision: 'r1' }), text: 'new' })
  studio.tell('shell.closing', {})
  await expect.poll(() => useCloseGuard().asked.length).toBe(1)
  useCloseGuard().answer('save')
  await expect.poll(() => studio.callsOf('shell.answerClosing')).toEqual([[false]])
  expect(useFailures().last?.code).toBe('unknown-call')
})
