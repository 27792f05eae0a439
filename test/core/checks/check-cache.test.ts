import { expect, test } from 'vitest'
import { describeLambdaType } from '../../../electron/core/catalogue/catalogue.ts'
import { checkKey } from '../../../electron/core/checks/check-cache.ts'
import type { CheckRequest } from '../../../electron/core/checks/check-request.ts'
import { remembered } from '../../../electron/core/checks/remembered.ts'

const request = (body: string, more: Partial<CheckRequest> = {}): CheckRequest => ({
  lambdaType: describeLambdaType('JWTPopulate'),
  engineType: 'GraalJS',
  ecmaVersion: 2021,
  body,
  ...more,
})

function counting(capacity: number) {
  const checked: string[] = []
  const check = remembered(
    ({ body }: CheckRequest) => {
      checked.push(body)
      return []
    },
    checkKey,
    capacity,
  )
  return { check, checked }
}

test('a body is checked once', () => {
  const { check, checked } = counting(2)
  expect(check(request('a'))).toBe(check(request('a')))
  expect(checked).toEqual(['a'])
})

test('another type, engine, level or server is another check', () => {
  const { check, checked } = counting(9)
  check(request('a'))
  check(request('a', { lambdaType: describeLambdaType('OpenIDReconcile') }))
  check(request('a', { engineType: 'Nashorn' }))
  check(request('a', { ecmaVersion: 2022 }))
  check(request('a', { serverVersion: '1.50.0' }))
  expect(checked).toHaveLength(5)
})

test('the body used longest ago is forgotten first', () => {
  const { check, checked } = counting(2)
  for (const body of ['a', 'b', 'a', 'c', 'a', 'b']) check(request(body))
  expect(checked).toEqual(['a', 'b', 'c', 'b'])
})
