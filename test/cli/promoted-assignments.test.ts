import { expect, test } from 'vitest'
import type { PromotionEntry } from '../../electron/contract/models/promotion.ts'
import { assignmentEnds } from '../../electron/cli/promoted-assignments.ts'

const id = '25a872da-bb44-4af8-a43d-e7bcb5351ebc'

const entryFor = (target: PromotionEntry['target']): PromotionEntry => ({
  slug: 'roles',
  name: 'Roles',
  type: 'JWTPopulate',
  fromId: id,
  target,
  from: { name: 'Roles', type: 'JWTPopulate', engineType: 'GraalJS', debug: false, body: '' },
  to: null,
  fields: [],
  seen: { local: 'l1', remote: 'r1' },
  assignments: [
    {
      kind: 'matched',
      owner: { kind: 'application', id, name: 'Shop' },
      field: 'application.lambdaConfiguration.accessTokenPopulateId',
      current: null,
      currentName: null,
    },
  ],
})

const messageFor = (target: PromotionEntry['target']): string | undefined =>
  assignmentEnds(entryFor(target), new Map(), 'planned')[0]?.message

test('an assignment that nothing is tried for says why', () => {
  expect(messageFor({ kind: 'question', candidates: [], newId: id })).toBe(
    'application Shop: which lambda there is the same one is not said',
  )
  expect(messageFor({ kind: 'type-differs', id, type: 'SAMLv2Populate' })).toBe(
    'application Shop: the lambda there is of another type',
  )
  expect(messageFor({ kind: 'known', id })).toBe('application Shop')
})
