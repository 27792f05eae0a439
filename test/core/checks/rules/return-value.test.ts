import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

test('a value that FusionAuth does not use is told', () => {
  expect(listed(populate('return jwt'))).toEqual(['info return-value-ignored 2:1'])
})

test.each(['return', 'return undefined', 'return null', "return console.info('a')"])(
  '%s is a way out',
  (statement) => {
    expect(listed(populate(statement))).toEqual([])
  },
)

test('what a helper returns is its own affair', () => {
  expect(listed(populate('jwt.a = [1].map(function (x) { return x })'))).toEqual([])
})

test('a policy must return its decision', () => {
  const type = 'TokenExchangePolicy'
  expect(listed('function policy(tokenExchangeRequest) { return }', { type })).toEqual([
    'warning missing-return 1:10',
  ])
  expect(listed("function policy(tokenExchangeRequest) { return { decision: 'ALLOW' } }", { type })).toEqual(
    [],
  )
})
