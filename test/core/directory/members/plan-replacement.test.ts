import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../../../electron/contract/json.ts'
import {
  planReplacement,
  replacesWhole,
  type CurrentMember,
  type WantedMember,
} from '../../../../electron/core/directory/members/plan-replacement.ts'

const userId = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const data = fc.constantFrom<JsonObject>({}, { x: 1 }, { x: 2 })
const byUser = { selector: (member: { userId: string }) => member.userId }
const current = fc.uniqueArray(
  fc.record({ userId, data }).map((member): CurrentMember => ({ ...member, id: `m-${member.userId}` })),
  byUser,
)
const wanted = fc
  .uniqueArray(
    fc.record({ userId, memberId: fc.constantFrom(null, 'm-a', 'm-z'), data: fc.option(data) }),
    byUser,
  )
  .map((members) => members.map((member, row): WantedMember => ({ ...member, row })))

test('every user is in one part, and the parts make the wanted membership', () => {
  fc.assert(
    fc.property(current, wanted, (before, list) => {
      const { added, removed, changed, kept } = planReplacement(before, list)
      const staying = [...changed, ...kept].map((matched) => matched.current.userId)
      expect([...staying, ...removed.map((member) => member.userId)].sort()).toEqual(
        before.map((member) => member.userId).sort(),
      )
      expect([...staying, ...added.map((member) => member.userId)].sort()).toEqual(
        list.map((member) => member.userId).sort(),
      )
    }),
  )
})

test('a member is kept only where neither data nor id would be another', () => {
  fc.assert(
    fc.property(current, wanted, (before, list) => {
      for (const { wanted: member, current: there } of planReplacement(before, list).kept) {
        expect({ data: member.data ?? there.data, id: member.memberId ?? there.id }).toEqual({
          data: there.data,
          id: there.id,
        })
      }
    }),
  )
})

test('a membership is replaced whole only where nobody stays as they are', () => {
  fc.assert(
    fc.property(current, wanted, (before, list) => {
      const plan = planReplacement(before, list)
      expect(replacesWhole(plan)).toBe(plan.kept.length === 0)
    }),
  )
})
