import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../../../electron/contract/json.ts'
import { applyMergePatch } from '../../../electron/demo/patch/merge-patch.ts'
import { applyPlainPatch } from '../../../electron/demo/patch/plain-patch.ts'

/** The examples of RFC 7396: target, patch, result. */
const examples: [JsonValue, JsonValue, JsonValue][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
]

describe('JSON Merge Patch', () => {
  test.each(examples)('%j patched with %j is %j', (target, patch, result) => {
    expect(applyMergePatch(target, patch)).toEqual(result)
  })

  test('a patch that is applied twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (target, patch) => {
        const once = applyMergePatch(target as JsonValue, patch as JsonValue)
        expect(applyMergePatch(once, patch as JsonValue)).toEqual(once)
      }),
    )
  })
})

describe("FusionAuth's own patch", () => {
  test('a list is added to the list that is there, at any depth', () => {
    const target = { roleIds: ['1'], group: { data: { tags: ['a'], colour: 'red' } } }
    const patch = { roleIds: ['2'], group: { data: { tags: ['b'], colour: null } } }
    expect(applyPlainPatch(target, patch)).toEqual({
      roleIds: ['1', '2'],
      group: { data: { tags: ['a', 'b'] } },
    })
  })

  test('without lists and nulls it is the same as a merge patch', () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(fc.integer(), fc.string(), fc.dictionary(fc.string(), tie('tree'), { maxKeys: 3 })),
    }))
    fc.assert(
      fc.property(tree, tree, (target, patch) => {
        const [one, other] = [target as JsonValue, patch as JsonValue]
        expect(applyPlainPatch(one, other)).toEqual(applyMergePatch(one, other))
      }),
    )
  })

  test('a property named __proto__ stays a property', () => {
    const patch = JSON.parse('{"__proto__":{"polluted":true}}') as JsonValue
    const merged = applyPlainPatch({}, patch)
    expect(Object.keys(merged as object)).toEqual(['__proto__'])
    expect('polluted' in {}).toBe(false)
  })
})
