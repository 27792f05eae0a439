import { expect, test } from 'vitest'
import type { ParameterInfo } from '../../../../electron/contract/models/lambda-type.ts'
import { misfits } from '../../../../renderer/features/types/type-change.ts'
import { lambdaType } from '../../builders.ts'

const parameters = (...names: string[]): ParameterInfo[] =>
  names.map((name) => ({ name, mutability: 'mutable', since: null, meaning: '', mayBeUndefined: false }))

const populate = lambdaType({ parameters: parameters('jwt', 'user', 'registration') })
const exchange = lambdaType({ parameters: parameters('jwt', 'user', 'registration', 'context') })
const reconcile = lambdaType({
  functionName: 'reconcile',
  parameters: parameters('user', 'registration', 'idToken'),
})
const body = 'function populate(jwt, user, registration) {\n  jwt.email = user.email\n}\n'

test('a type with the same function and the same parameters fits', () => {
  expect(misfits(body, populate, exchange)).toEqual([])
})

test('another function, a parameter that is gone and another order are told', () => {
  expect(misfits(body, populate, reconcile)).toEqual([
    { kind: 'function', has: 'populate', wants: 'reconcile' },
    { kind: 'parameter', name: 'jwt' },
    { kind: 'order', wants: 'reconcile(user, registration, idToken)' },
  ])
})

test('a parameter that the body does not use is not missed', () => {
  expect(misfits('function populate() {}', populate, reconcile)).not.toContainEqual({
    kind: 'parameter',
    name: 'jwt',
  })
})

test('a body that has the other function already is not told to rename', () => {
  const renamed = body.replace('populate', 'reconcile')
  expect(misfits(renamed, populate, reconcile).map(({ kind }) => kind)).toEqual(['parameter', 'order'])
})
