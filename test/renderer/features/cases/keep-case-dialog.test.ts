import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { AnsweringStudio } from '../../answering-studio.ts'
import { runReport } from '../../builders.ts'
import { mountComponent } from '../../mount-component.ts'

test('a case is kept with the expectation of its own run, not with the one of the run before', async () => {
  const studio = new AnsweringStudio()
  Object.assign(window, { lambdaStudio: studio })
  setActivePinia(createPinia())
  const { default: KeepCaseDialog } = await import('../../../../renderer/features/cases/KeepCaseDialog.vue')
  studio.answers.set('cases.expectationOf', () => ({ outcome: 'completed' }))
  const dialog = mountComponent(KeepCaseDialog, {
    props: { open: false, report: runReport(), target: undefined },
    attachTo: document.body,
  })
  const field = () => document.querySelector<HTMLInputElement>('[role=dialog] input:not([type])')!
  const keep = (name: string): void => {
    field().value = name
    field().dispatchEvent(new Event('input'))
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  }
  await dialog.setProps({ open: true })
  await expect.poll(() => document.querySelector('[role=dialog] pre')?.textContent).toContain('completed')
  await dialog.setProps({ open: false })
  const answers = studio.waitFor('cases.expectationOf')
  await dialog.setProps({ open: true, report: runReport({ outcome: 'threw' }) })
  await expect.poll(() => answers.length).toBeGreaterThan(0)
  keep('denied')
  expect(dialog.emitted('keep')).toBeUndefined()
  answers.forEach((answer) => answer({ outcome: 'threw' }))
  await expect.poll(() => document.querySelector('[role=dialog] pre')?.textContent).toContain('threw')
  keep('denied')
  expect(dialog.emitted('keep')).toEqual([['denied', { outcome: 'threw' }]])
  dialog.unmount()
})
