import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../electron/contract/json.ts'
import type { EditableGroup } from '../../../../electron/contract/models/directory-group.ts'
import { planEdit } from '../../../../electron/core/directory/groups/plan-edit.ts'

const leaf = fc.oneof(fc.constantFrom('x', 'y', 1, true, null), fc.array(fc.constantFrom(1, null, 'a')))
const { data } = fc.letrec<{ data: JsonObject; value: JsonValue }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('data')),
  data: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), tie('value'), { maxKeys: 3 }),
}))
const group: fc.Arbitrary<EditableGroup> = fc.record({
  name: fc.constantFrom('One', 'Two', 'Three'),
  data,
  roleIds: fc.uniqueArray(fc.constantFrom('r1', 'r2', 'r3')),
})

/** What a server makes of a plan: a merge patch as RFC 7396 has it, or the group whole. */
function carriedOut(now: EditableGroup, plan: ReturnType<typeof planEdit>): EditableGroup {
  if (plan.kind === 'put') return plan.fields
  if (plan.kind !== 'patch') return now
  return { ...now, ...plan.patch, data: merged(now.data, plan.patch.data ?? {}) as JsonObject }
}

function merged(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch
  const result = new Map(isJsonObject(target) ? Object.entries(target) : [])
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key)
    else result.set(key, merged(result.get(key), value))
  }
  return Object.fromEntries(result)
}

const plain = (value: EditableGroup): unknown => ({
  ...value,
  data: JSON.parse(JSON.stringify(value.data)) as unknown,
  roleIds: [...value.roleIds].sort(),
})

describe('an edit', () => {
  test('makes the group what is wanted where nobody else changed it', () => {
    fc.assert(
      fc.property(group, group, (seen, wanted) => {
        expect(plain(carriedOut(seen, planEdit(seen, wanted, seen)))).toEqual(plain(wanted))
      }),
    )
  })

  test('that changes nothing leaves what others made of the group', () => {
    fc.assert(
      fc.property(group, group, (seen, now) => {
        expect(planEdit(seen, seen, now)).toEqual({ kind: 'unchanged' })
      }),
    )
  })

  test('keeps what others added, and leaves roles that they gave or took', () => {
    fc.assert(
      fc.property(group, group, fc.constantFrom('r4', 'r5'), (seen, wanted, role) => {
        const now = { ...seen, data: { ...seen.data, theirs: [null] }, roleIds: [...seen.roleIds, role] }
        const after = carriedOut(now, planEdit(seen, wanted, now))
        expect(plain(after)).toEqual(
          plain({ ...wanted, data: { ...wanted.data, theirs: [null] }, roleIds: [...wanted.roleIds, role] }),
        )
      }),
    )
  })

  test('of a place that somebody else changed otherwise is a conflict', () => {
    fc.assert(
      fc.property(group, (seen) => {
        const mine = { ...seen, data: { ...seen.data, a: 'mine' }, name: 'Mine' }
        const theirs = { ...seen, data: { ...seen.data, a: 'theirs' }, name: 'Theirs' }
        expect(planEdit(seen, mine, theirs)).toEqual({ kind: 'conflict', places: ['name', '/a'] })
      }),
    )
  })
})
