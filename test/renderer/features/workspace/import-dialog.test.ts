import { expect, test } from 'vitest'
import { AnsweringStudio } from '../../answering-studio.ts'
import { mountComponent } from '../../mount-component.ts'

test('what is chosen is imported once, however often it is asked for', async () => {
  const studio = new AnsweringStudio()
  Object.assign(window, { lambdaStudio: studio })
  const { default: ImportDialog } = await import('../../../../renderer/features/workspace/ImportDialog.vue')
  const dialog = mountComponent(ImportDialog, { props: { open: true, types: [] }, attachTo: document.body })
  const found = { name: 'Roles', type: 'JWTPopulate', body: '', file: 'roles.js' }
  studio.answers.set('workspace.planImport', () => ({ found: [found], problems: [] }))
  const answers = studio.waitFor('workspace.importLambdas')
  const files = () => document.querySelector('input[type=file]')
  await expect.poll(files).not.toBeNull()
  files()!.dispatchEvent(new Event('change'))
  const button = () =>
    [...document.querySelectorAll('button')].find((each) => /^Import 1/.test(each.textContent))
  await expect.poll(() => button()?.disabled).toBe(false)
  button()!.click()
  button()!.click()
  await expect.poll(() => answers.length).toBe(1)
  answers[0]!([{ kind: 'done', slug: 'roles' }])
  await expect.poll(() => dialog.emitted('imported')).toEqual([[['roles']]])
  expect(studio.callsOf('workspace.importLambdas')).toHaveLength(1)
  dialog.unmount()
})
