import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkEntries } from '../../../../electron/core/directory/members/check-entries.ts'

const ids = [
  'c0ffee00-0000-4000-8000-000000000001',
  'C0FFEE00-0000-4000-8000-000000000001',
  'A@b.c',
  'a@B.c',
  'x',
]
const entry = fc.record(
  {
    user: fc.constantFrom(...ids),
    id: fc.constantFrom('', 'c0ffee00-0000-4000-8000-00000000000a', 'no'),
    data: fc.constantFrom({}, { a: 1 }, null, [1], 'text'),
  },
  { requiredKeys: ['user'] },
)

test('every entry is either used or refused, and no user or member id is used twice', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const { candidates, refused } = checkEntries(entries)
      const rows = [...candidates, ...refused].map(({ row }) => row).sort((one, other) => one - other)
      expect(rows).toEqual(entries.map((_, row) => row))
      const users = candidates.map(({ user }) => JSON.stringify(user))
      const memberIds = candidates.flatMap(({ memberId }) => memberId ?? [])
      expect(new Set(users).size).toBe(users.length)
      expect(new Set(memberIds).size).toBe(memberIds.length)
    }),
  )
})

test('the first of two is used, and the second names its line', () => {
  const { candidates, refused } = checkEntries([
    { user: 'x@example.com', line: 4 },
    { user: 'X@Example.com', line: 9 },
  ])
  expect(candidates.map(({ row }) => row)).toEqual([0])
  expect(refused).toMatchObject([{ row: 1, ending: { outcome: 'skipped', code: 'duplicate' } }])
  expect(refused[0]?.ending.message).toContain('line 4')
})
