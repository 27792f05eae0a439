import { expect, test } from 'vitest'
import type {
  RoleChangePreview,
  RoleDifference,
} from '../../../../electron/contract/models/directory-role-change.ts'
import { countPeople, differenceRows } from '../../../../renderer/features/roles/difference-rows.ts'

const difference = (userId: string, kind: RoleDifference['kind'], role = 'clerk'): RoleDifference => ({
  userId,
  applicationId: 'shop',
  role,
  kind,
})
const user = (id: string, name: string) => ({
  id,
  name,
  email: null,
  username: null,
  imageUrl: null,
  active: true,
  tenantId: null,
})
const preview: RoleChangePreview = {
  concerned: 3,
  examined: 3,
  differences: [
    difference('z', 'gains'),
    difference('a', 'may-lose'),
    difference('a', 'gains', 'boss'),
    difference('gone', 'loses'),
  ],
  totals: [],
  users: { a: user('a', 'Ada'), z: user('z', 'Zoe') },
}

test('differences come by person, in the order of names', () => {
  const rows = differenceRows(preview).map(({ name, differences }) => [name, differences.length])
  expect(rows).toEqual([
    ['Ada', 2],
    ['gone', 1],
    ['Zoe', 1],
  ])
})

test('a person who gains one role and may lose another counts on both sides', () => {
  expect(countPeople(preview)).toEqual({ gain: 2, lose: 2 })
})
