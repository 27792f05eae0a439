import { expect, test } from 'vitest'
import type { ApplicationRole, Group } from '../../../../electron/contract/models/directory-group.ts'
import {
  changesRoles,
  draftOf,
  editableOfDraft,
  faultOfData,
  faultsOf,
  groupOfDraft,
  newDraft,
} from '../../../../renderer/features/groups/group-draft.ts'
import { countChoices, everyGroup, queryOf } from '../../../../renderer/features/groups/group-filter.ts'
import { shownAs } from '../../../../renderer/features/groups/shown-as.ts'

const role = (id: string): ApplicationRole => ({ id, name: id, isDefault: false, isSuperRole: false })
const group: Group = {
  id: '25a872da-bb44-4af8-a43d-e7bcb5351ebc',
  name: 'Staff',
  data: { floor: 3 },
  roles: { shop: [role('clerk')], secret: [role('hidden')] },
  tenantId: 'tenant',
  insertInstant: 1,
  lastUpdateInstant: 2,
}

test('a draft of a group that is left alone is the group', () => {
  const draft = draftOf(group)
  expect([editableOfDraft(draft), changesRoles(draft)]).toEqual([draft.seen, false])
})

test('a new group needs a name, and a tenant where there are several', () => {
  expect(faultsOf(newDraft(''), true)).toEqual({ name: 'missing', tenantId: 'missing' })
  expect(faultsOf({ ...newDraft(''), name: 'Staff' }, false)).toEqual({})
})

test('an id that is no UUID is refused; none at all is left to the server', () => {
  const draft = { ...newDraft('tenant'), name: ' Staff ' }
  expect(faultsOf({ ...draft, id: 'staff' }, false)).toEqual({ id: 'not-an-id' })
  expect(groupOfDraft(draft)).toEqual({ name: 'Staff', data: {}, roleIds: [], tenantId: 'tenant' })
})

test.each([
  ['{"a": 1}', undefined],
  ['', undefined],
  ['{"a": ', 'not-json'],
  ['[1]', 'not-an-object'],
  ['null', 'not-an-object'],
])('data %j: %s', (text, fault) => {
  expect(faultOfData(text)).toBe(fault)
})

test('an edit shows at once, and roles of applications that the key may not read stay', () => {
  const detail = { group, applicationNames: {}, tenantName: 'Default', memberCount: 1 }
  const shop = { id: 'shop', name: 'Shop', tenantId: 'tenant', roles: [role('clerk'), role('boss')] }
  const shown = shownAs(detail, { name: 'Crew', data: {}, roleIds: ['boss', 'hidden'] }, [shop])
  expect(shown.group).toMatchObject({ name: 'Crew', data: {} })
  expect(shown.group.roles).toEqual({ secret: [role('hidden')], shop: [role('boss')] })
})

test('a filter asks only for what was chosen', () => {
  expect(queryOf(everyGroup)).toEqual({})
  const filter = { name: ' sup ', tenantId: 't', applicationId: '', roleIds: ['r'] }
  expect(queryOf(filter)).toEqual({ name: 'sup', tenantId: 't', roleIds: ['r'] })
  expect(countChoices(filter)).toBe(2)
})
