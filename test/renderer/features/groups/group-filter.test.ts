import { expect, test } from 'vitest'
import { countChoices, everyGroup, isNarrowed } from '../../../../renderer/features/groups/group-filter.ts'

test('a name that was typed and taken away again leaves no group out', () => {
  expect(isNarrowed({ ...everyGroup, name: 'x' })).toBe(true)
  expect(isNarrowed({ ...everyGroup, name: ' ' })).toBe(false)
  expect(isNarrowed({ ...everyGroup, roleIds: ['admin'] })).toBe(true)
})

test('the choices beside the name are counted', () => {
  expect(countChoices({ ...everyGroup, name: 'x' })).toBe(0)
  expect(countChoices({ ...everyGroup, tenantId: 't', roleIds: ['admin', 'user'] })).toBe(2)
})
