import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../../electron/contract/json.ts'
import type { LambdaTypeInfo, WriteRule } from '../../../electron/contract/models/lambda-type.ts'
import { findLambdaType, lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { genericLambdaType } from '../../../electron/core/catalogue/generic.ts'
import { valueAt, withValueAt } from '../../../electron/core/runs/json-pointer.ts'
import { applyRules } from '../../../electron/core/runs/rules.ts'

type RuleOf = readonly [type: string, path: string, info: LambdaTypeInfo, rule: WriteRule]

function rulesOf(kind: WriteRule['kind']): readonly RuleOf[] {
  return lambdaTypes.flatMap((info) =>
    info.rules.filter((rule) => rule.kind === kind).map((rule): RuleOf => [info.type, rule.path, info, rule]),
  )
}

/** A sample of the type with a value at the place. */
function sampleWith(info: LambdaTypeInfo, path: string, value: JsonValue): JsonObject {
  return withValueAt(info.samples[0]!.input, path, value)
}

describe('a reserved place goes back to what it was', () => {
  test.each(rulesOf('reserved'))('%s %s', (_type, path, info, rule) => {
    const before = sampleWith(info, path, 'before')
    const { message, messageWords } = rule
    const dropped = [{ path, reason: 'reserved', message, messageWords }]
    for (const next of ['after', { nested: true }, undefined]) {
      const kept = applyRules(info, before, withValueAt(before, path, next))
      expect(valueAt(kept.arguments, path)).toBe('before')
      expect(kept.dropped).toEqual(dropped)
    }
    expect(applyRules(info, before, before)).toEqual({ arguments: before, dropped: [] })
  })

  test.each(rulesOf('reserved'))('%s %s, where there was nothing', (_type, path, info) => {
    const before = withValueAt(info.samples[0]!.input, path, undefined)
    const kept = applyRules(info, before, withValueAt(before, path, 'after'))
    expect(kept.arguments).toEqual(before)
    expect(kept.dropped).toHaveLength(1)
  })
})

describe('a place that may shrink keeps less, and drops more', () => {
  const values: readonly (readonly [before: JsonValue, after: JsonValue | undefined, isKept: boolean])[] = [
    [1000, 999, true],
    [1000, 0, true],
    [1000, 1001, false],
    [1000, '999', false],
    [1000, null, false],
    [1000, undefined, false],
    ['openid email', 'email', true],
    ['openid email', '', true],
    ['openid', 'openid email', false],
    ['openid', ['openid'], false],
    [['a', 'b'], ['b'], true],
    [['a'], ['a', 'b'], false],
    [[{ a: 1 }, 2], [{ a: 1 }], true],
  ]

  test.each(rulesOf('may-shrink'))('%s %s', (_type, path, info, rule) => {
    for (const [was, is, isKept] of values) {
      const before = sampleWith(info, path, was)
      const kept = applyRules(info, before, withValueAt(before, path, is))
      expect(valueAt(kept.arguments, path)).toEqual(isKept ? is : was)
      expect(kept.dropped).toEqual(isKept ? [] : [{ path, reason: 'reserved', message: rule.message }])
    }
  })
})

describe('a place that is frozen once linked is kept, as nobody knows whether the user is linked', () => {
  test.each(rulesOf('frozen-when-linked'))('%s %s', (_type, path, info) => {
    const before = sampleWith(info, path, 'before')
    const after = withValueAt(before, path, 'after')
    expect(applyRules(info, before, after)).toEqual({ arguments: after, dropped: [] })
  })
})

describe('a read-only parameter goes back to what it was', () => {
  const parameters = lambdaTypes.flatMap((info) =>
    info.parameters
      .filter(({ mutability }) => mutability === 'read-only')
      .map(({ name }) => [info.type, name, info] as const),
  )

  test.each(parameters)('%s %s', (_type, name, info) => {
    const before = { ...info.samples[0]!.input, [name]: { given: 1 } }
    const after = withValueAt(withValueAt(before, `/${name}/given`, undefined), `/${name}/more`, [1])
    const kept = applyRules(info, before, after)
    expect(kept.arguments).toEqual(before)
    expect(kept.dropped.map(({ path, reason }) => [path, reason])).toEqual([
      [`/${name}/given`, 'read-only'],
      [`/${name}/more`, 'read-only'],
    ])
  })
})

describe('a mutable parameter is kept as the lambda left it', () => {
  const parameters = lambdaTypes.flatMap((info) =>
    info.parameters
      .filter(({ mutability }) => mutability === 'mutable')
      .map(({ name }) => [info.type, name, info] as const),
  )

  test.each(parameters)('%s %s', (_type, name, info) => {
    const before = info.samples[0]!.input
    const after = withValueAt(before, `/${name}/notReserved`, { a: [1] })
    expect(applyRules(info, before, after)).toEqual({ arguments: after, dropped: [] })
  })
})

test('claims whose names only look reserved are kept', () => {
  const info = findLambdaType('JWTPopulate')!
  const before = { jwt: { sub: 'me', nested: { sub: 1 } } }
  const after = { jwt: { sub: 'me', SUB: 'x', nested: { sub: 2, exp: 3 } } }
  expect(applyRules(info, before, after)).toEqual({ arguments: after, dropped: [] })
})

test('a type that is not known keeps everything', () => {
  const after = { jwt: { sub: 'other' }, user: { id: 'other' } }
  expect(applyRules(genericLambdaType('Newer'), { jwt: {} }, after)).toEqual({
    arguments: after,
    dropped: [],
  })
})
