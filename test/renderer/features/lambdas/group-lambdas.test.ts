import { expect, test } from 'vitest'
import { groupLambdas } from '../../../../renderer/features/lambdas/group-lambdas.ts'
import { lambda, lambdaType } from '../../builders.ts'

const types = [lambdaType(), lambdaType({ type: 'AppleReconcile', displayName: 'Apple Reconcile' })]
const find = (name: string) => types.find(({ type }) => type === name)
const lambdas = [
  lambda({ name: 'Claims 10' }),
  lambda({ name: 'Claims 9' }),
  lambda({ name: 'Link', type: 'AppleReconcile' }),
  lambda({ name: 'Future', type: 'QuantumPopulate' }),
]

const shape = (filter?: string) =>
  groupLambdas(lambdas, find, filter).map(({ title, lambdas: members }) => [
    title,
    ...members.map(({ name }) => name),
  ])

test('lambdas stand under their type, both by the alphabet and numbers by their size', () => {
  expect(shape()).toEqual([
    ['Apple Reconcile', 'Link'],
    ['JWT Populate', 'Claims 9', 'Claims 10'],
    ['QuantumPopulate', 'Future'],
  ])
})

test('the filter finds names, types and names of types', () => {
  expect(shape('10')).toEqual([['JWT Populate', 'Claims 10']])
  expect(shape('apple r')).toEqual([['Apple Reconcile', 'Link']])
  expect(shape('quantum')).toEqual([['QuantumPopulate', 'Future']])
  expect(shape('nothing such')).toEqual([])
})
