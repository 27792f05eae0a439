import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { nextTick } from 'vue'
import { AnsweringStudio } from '../../answering-studio.ts'
import { mountComponent } from '../../mount-component.ts'

test('a list that is read again leaves the name that is being typed', async () => {
  const studio = new AnsweringStudio()
  Object.assign(window, { lambdaStudio: studio })
  const { default: RenameDialog } = await import('../../../../renderer/features/lambdas/RenameDialog.vue')
  const { useLambdas } = await import('../../../../renderer/features/lambdas/lambdas-store.ts')
  const pinia = createPinia()
  setActivePinia(pinia)
  const roles = {
    slug: 'roles',
    name: 'Roles',
    type: 'JWTPopulate',
    engineType: 'GraalJS',
    debug: false,
    ids: {},
  }
  studio.answers.set('lambdas.list', () => ({ lambdas: [roles], problems: [] }))
  await useLambdas().load()
  const dialog = mountComponent(RenameDialog, {
    props: { lambdaId: undefined },
    global: { plugins: [pinia] },
    attachTo: document.body,
  })
  await dialog.setProps({ lambdaId: 'roles' })
  await nextTick()
  const field = document.querySelector<HTMLInputElement>('[role=dialog] input')!
  expect(field.value).toBe('Roles')
  field.value = 'Roles of all'
  field.dispatchEvent(new Event('input'))
  await useLambdas().load()
  await nextTick()
  expect(field.value).toBe('Roles of all')
  dialog.unmount()
})
