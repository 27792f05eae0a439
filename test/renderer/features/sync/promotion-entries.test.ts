import { expect, test } from 'vitest'
import type { LambdaOwner } from '../../../../electron/contract/models/assignment.ts'
import {
  assignmentsOf,
  isInStep,
  overwrittenBy,
  promotionOrderEntry,
} from '../../../../renderer/features/sync/promotion-entries.ts'
import { promotionEntry } from '../../sync-builders.ts'

const none = new Map<string, string>()
const toId = '9b1f7c64-1d2e-4f3a-8b5c-6d7e8f901234'
const newId = '11111111-1d2e-4f3a-8b5c-6d7e8f901234'
const owner: LambdaOwner = { kind: 'application', id: '22222222-1d2e-4f3a-8b5c-6d7e8f901234', name: 'Shop' }
const field = 'application.lambdaConfiguration.idTokenPopulateId'

const question = promotionEntry({
  target: {
    kind: 'question',
    newId,
    candidates: [{ id: toId, name: 'Roles', type: 'JWTPopulate', revision: 'r7' }],
  },
  to: null,
  fields: [],
  seen: { local: 'l1', remote: null },
})

test('a known lambda is promoted over what was seen there', () => {
  expect(promotionOrderEntry(promotionEntry(), none)).toMatchObject({
    toId,
    seen: { local: 'l1', remote: 'r1' },
    assign: [],
  })
})

test('an unsure match is not promoted before somebody said which one it is', () => {
  expect(promotionOrderEntry(question, none)).toBeUndefined()
})

test('the chosen match is written over only as it was seen, and a new one only where nothing is', () => {
  expect(promotionOrderEntry(question, new Map([['roles', toId]]))).toMatchObject({
    toId,
    seen: { remote: 'r7' },
  })
  expect(promotionOrderEntry(question, new Map([['roles', newId]]))).toMatchObject({
    toId: newId,
    seen: { remote: null },
  })
})

test('what has another type there is never promoted', () => {
  const entry = promotionEntry({ target: { kind: 'type-differs', id: toId, type: 'LoginValidation' } })
  expect(promotionOrderEntry(entry, none)).toBeUndefined()
})

test('equal lambdas are in step, unless an assignment is missing', () => {
  const equal = promotionEntry({ fields: [] })
  expect(isInStep(equal)).toBe(true)
  expect(promotionOrderEntry(equal, none)).toBeUndefined()
  const unassigned = {
    ...equal,
    assignments: [{ kind: 'matched' as const, owner, field, current: null, currentName: null }],
  }
  expect(isInStep(unassigned)).toBe(false)
})

test('only places that are sure and hold something else are assigned, each as it was seen', () => {
  const entry = promotionEntry({
    assignments: [
      { kind: 'matched', owner, field, current: null, currentName: null },
      { kind: 'matched', owner, field: 'other', current: toId.toUpperCase(), currentName: null },
      { kind: 'question', field, candidates: [owner, owner] },
      { kind: 'missing', field, owner },
    ],
  })
  expect(assignmentsOf(entry, toId)).toEqual([
    { owner: { kind: 'application', id: owner.id }, field, seen: null },
  ])
})

test('a promotion writes over what is there, once it is said which lambda that is, and over nothing new', () => {
  const named = { name: 'Roles', type: 'JWTPopulate' }
  expect(overwrittenBy(question, none)).toBeUndefined()
  expect(overwrittenBy(question, new Map([['roles', newId]]))).toBeUndefined()
  expect(overwrittenBy(question, new Map([['roles', toId]]))).toEqual({ id: toId, ...named })
  expect(overwrittenBy(promotionEntry(), none)).toMatchObject(named)
})
