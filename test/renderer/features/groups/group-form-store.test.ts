import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { useGroupForm as UseGroupForm } from '../../../../renderer/features/groups/group-form-store.ts'
import type { useGroups as UseGroups } from '../../../../renderer/features/groups/groups-store.ts'
import { useFailures } from '../../../../renderer/shell/failures-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let useGroupForm: typeof UseGroupForm
let useGroups: typeof UseGroups

const id = '25a872da-bb44-4af8-a43d-e7bcb5351ebc'
const group = (name: string) => ({ id, name, tenantId: null, data: {}, roles: {} })

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useGroupForm = (await import('../../../../renderer/features/groups/group-form-store.ts')).useGroupForm
  useGroups = (await import('../../../../renderer/features/groups/groups-store.ts')).useGroups
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.answers.set('groups.list', () => ({ groups: [], total: 0 }))
  studio.answers.set('groups.choices', () => ({ tenants: [], applications: [] }))
  studio.answers.set('groups.read', () => ({ group: group('Testers'), applicationNames: {}, memberCount: 0 }))
})

/** Saves an edit that is refused once the returned function is called. */
async function saveRefused() {
  const groups = useGroups()
  const form = useGroupForm()
  groups.enter('dev')
  groups.show(id)
  await expect.poll(() => groups.detail?.group.name).toBe('Testers')
  form.beginEdit()
  form.change({ name: 'Beta testers' })
  const answers = studio.waitFor('groups.edit')
  const saved = form.save(null)
  await expect.poll(() => answers.length).toBe(1)
  expect(groups.detail?.group.name).toBe('Beta testers')
  const refuse = async (): Promise<void> => {
    answers[0]!({ kind: 'conflict', group: group('Others'), places: ['name'] })
    expect(await saved).toBe(false)
  }
  return { groups, form, refuse }
}

test('an edit that is refused comes back to the form', async () => {
  const { form, groups, refuse } = await saveRefused()
  await refuse()
  expect(form.draft).toMatchObject({ groupId: id, name: 'Beta testers', seen: { name: 'Others' } })
  expect(form.conflicts).toEqual(['name'])
  expect(groups.detail?.group.name).toBe('Others')
})

test('an edit that is refused does not take the place of another form', async () => {
  const { form, refuse } = await saveRefused()
  form.beginNew()
  form.change({ name: 'New ones' })
  await refuse()
  expect(form.draft).toMatchObject({ groupId: undefined, name: 'New ones' })
  expect(form.conflicts).toEqual([])
  expect(useFailures().last?.hint).toContain('Beta testers')
})

test('an edit that is refused does not come back on another instance', async () => {
  const { form, groups, refuse } = await saveRefused()
  form.leave()
  groups.enter('production')
  await refuse()
  expect(form.draft).toBeUndefined()
  expect(useFailures().last?.hint).toContain('Beta testers')
})

test('a key closes the form only as long as nothing was typed into it', () => {
  const form = useGroupForm()
  form.beginNew()
  form.change({ name: 'New ones' })
  form.leaveUntouched()
  expect(form.draft?.name).toBe('New ones')
  form.change({ name: '' })
  form.leaveUntouched()
  expect(form.draft).toBeUndefined()
})
