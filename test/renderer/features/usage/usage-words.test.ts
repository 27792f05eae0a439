import { expect, test } from 'vitest'
import type { AssignmentCandidate } from '../../../../electron/contract/models/assignment.ts'
import { byOwner, isAt, purposeOf } from '../../../../renderer/features/usage/usage-words.ts'

function candidate(
  name: string,
  kind: 'application' | 'tenant',
  current: string | null,
): AssignmentCandidate {
  return {
    owner: { kind, id: `id of ${name}`, name },
    field: 'application.lambdaConfiguration.idTokenPopulateId',
    ui: 'Applications > Edit > JWT > Id Token populate lambda',
    current: current === null ? null : { id: current, name: null },
  }
}

test('a place is called by the last part of its way in the administration pages', () => {
  expect(purposeOf(candidate('Shop', 'application', null))).toBe('Id Token populate')
  expect(purposeOf({ ui: 'application.x', field: 'application.x' })).toBe('application.x')
})

test('a lambda is at a place whatever the case of its id', () => {
  expect(isAt(candidate('Shop', 'application', 'ABC'), 'abc')).toBe(true)
  expect(isAt(candidate('Shop', 'application', null), null)).toBe(false)
})

test('objects that use the lambda come first, then by kind and name', () => {
  const places = [
    candidate('Zoo', 'application', null),
    candidate('Default', 'tenant', 'abc'),
    candidate('Shop', 'application', null),
    candidate('Shop', 'application', null),
  ]
  const owners = byOwner(places, (each) => isAt(each, 'abc'))
  expect(owners.map(({ owner, places: own }) => [owner.name, own.length])).toEqual([
    ['Default', 1],
    ['Shop', 2],
    ['Zoo', 1],
  ])
})
