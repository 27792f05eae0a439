import { describe, expect, test } from 'vitest'
import { findLambdaType, lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { consequenceOf } from '../../../electron/core/runs/consequence.ts'

describe.each(lambdaTypes.map((info) => [info.type, info] as const))('%s', (_type, info) => {
  const { input } = info.samples[0]!

  test('a completed run and one that threw say what the catalogue says', () => {
    expect(consequenceOf(info, 'completed', input)).toEqual(info.consequences.completed)
    expect(consequenceOf(info, 'threw', input)).toEqual(info.consequences.threw)
  })

  test('a limit is said to be the own one of the studio', () => {
    for (const outcome of ['timed-out', 'out-of-memory', 'crashed'] as const) {
      const consequence = consequenceOf(info, outcome, input)
      expect(consequence.code).toBe('not-documented')
      expect(consequence.message).toContain("the studio's own")
    }
  })

  test('a refused run was not run', () => {
    expect(consequenceOf(info, 'refused', input).code).toBe('not-run')
  })
})

describe.each(['LoginValidation', 'SelfServiceRegistrationValidation'])('%s', (name) => {
  const info = findLambdaType(name)!

  test.each([
    { generalErrors: [{ code: 'x' }] },
    { fieldErrors: { 'user.email': [{ code: 'x' }] } },
    { generalErrors: [], fieldErrors: { a: [] } },
  ])('errors in the result deny: %j', (errors) => {
    expect(consequenceOf(info, 'completed', { result: { errors } } as never).code).toBe('denied')
  })

  test.each([
    {},
    { generalErrors: [] },
    { fieldErrors: {} },
    { generalErrors: null },
    { generalErrors: 'x' },
  ])('no errors do not deny: %j', (errors) => {
    expect(consequenceOf(info, 'completed', { result: { errors } } as never)).toEqual(
      info.consequences.completed,
    )
  })
})

test('errors in something else named result deny nothing', () => {
  const info = findLambdaType('JWTPopulate')!
  const kept = { result: { errors: { generalErrors: [1] } } }
  expect(consequenceOf(info, 'completed', kept)).toEqual(info.consequences.completed)
})
