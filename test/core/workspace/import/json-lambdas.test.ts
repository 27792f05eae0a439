import { expect, test } from 'vitest'
import { planImport } from '../../../../electron/core/workspace/import/plan-import.ts'

const body = 'function populate(jwt, user, registration) {}\n'
const whole = { name: 'Whole', type: 'JWTPopulate', body }
const file = (name: string, content: object) => ({ name, text: JSON.stringify(content) })

test('of many lambdas in a file, each that cannot be read is told', () => {
  const { found, problems } = planImport([
    file('lambdas.json', {
      lambdas: [whole, { ...whole, name: '' }, { ...whole, name: 'Odd', debug: 'yes' }],
    }),
  ])
  expect(found.map(({ name, debug }) => [name, debug])).toEqual([
    ['Whole', false],
    ['Odd', false],
  ])
  expect(problems.map((problem) => problem.file)).toEqual(['lambdas.json, lambda 2'])
})

test('a request of a Kickstart file that is in a file which was not chosen is told', () => {
  const own = { method: 'POST', url: '/api/lambda', body: { lambda: whole } }
  const { found, problems } = planImport([
    file('kickstart.json', { requests: [own, '&{requests/lambda.json}', '&{requests/user.json}'] }),
    file('requests/user.json', { method: 'POST', url: '/api/user', body: {} }),
  ])
  expect(found).toHaveLength(1)
  expect(problems.map((problem) => problem.file)).toEqual(['kickstart.json, request 2'])
})

test('a body whose lambda.json has several ids has none of them', () => {
  const ids = (dev: string, prod: string) => ({ name: 'X', type: 'JWTPopulate', ids: { dev, prod } })
  const [one, other] = ['b1a2c3d4-0000-4000-8000-000000000001', 'b1a2c3d4-0000-4000-8000-000000000002']
  const idOf = (settings: object) =>
    planImport([{ name: 'x/lambda.js', text: body }, file('x/lambda.json', settings)]).found[0]?.id
  expect(idOf(ids(one, other))).toBeNull()
  expect(idOf(ids(one, one.toUpperCase()))).toBe(one)
})
