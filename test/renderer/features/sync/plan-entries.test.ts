import { expect, test } from 'vitest'
import type { SyncKind, SyncReason } from '../../../../electron/contract/models/sync.ts'
import {
  choicesOf,
  countFilters,
  directionOf,
  orderEntryOf,
  shownEntries,
  usualChoice,
} from '../../../../renderer/features/sync/plan-entries.ts'
import { planEntry } from '../../sync-builders.ts'

const cases: readonly [SyncKind, SyncReason, string][] = [
  ['push', 'changed-here', 'push'],
  ['pull', 'changed-there', 'pull'],
  ['create-remote', 'only-here', 'push'],
  ['create-local', 'only-there', 'pull'],
  ['same', 'in-step', 'leave'],
  ['same', 'equal-without-base', 'link'],
  ['delete-remote', 'deleted-here', 'leave'],
  ['delete-local', 'deleted-there', 'leave'],
  ['conflict', 'changed-on-both-sides', 'leave'],
  ['conflict', 'id-shared', 'leave'],
]

test.each(cases)('%s because of %s is usually answered with %s', (kind, reason, usual) => {
  expect(usualChoice(planEntry({ kind, reason }))).toBe(usual)
})

test('a conflict that needs the files themselves offers nothing but to leave it', () => {
  expect(choicesOf({ kind: 'conflict', reason: 'id-shared' })).toEqual(['leave'])
  expect(choicesOf({ kind: 'conflict', reason: 'unreadable-here' })).toEqual(['leave'])
})

test('what writes to the instance goes with the push, what writes to the workspace alone with the pull', () => {
  expect((['push', 'merge', 'delete-remote'] as const).map(directionOf)).toEqual(['push', 'push', 'push'])
  expect((['pull', 'link', 'delete-local'] as const).map(directionOf)).toEqual(['pull', 'pull', 'pull'])
  expect(directionOf('leave')).toBeNull()
})

test('an order names what was seen, and the merged text only for a merge', () => {
  const entry = planEntry()
  const merged = { name: 'Roles', engineType: 'GraalJS' as const, debug: true, body: 'x' }
  const { slug, id, seen } = entry
  expect(orderEntryOf({ entry, action: 'push', merged })).toEqual({ slug, id, seen, action: 'push' })
  expect(orderEntryOf({ entry, action: 'merge', merged })).toEqual({
    slug,
    id,
    seen,
    action: 'merge',
    merged,
  })
})

const entries = [
  planEntry({ slug: 'b', name: 'b10' }),
  planEntry({ slug: 'c', name: 'b9', kind: 'pull', reason: 'changed-there' }),
  planEntry({ slug: 'd', name: 'z', kind: 'conflict', reason: 'changed-on-both-sides' }),
  planEntry({ slug: 'e', name: 'a', kind: 'same', reason: 'in-step' }),
  planEntry({ slug: 'f', name: 'a', kind: 'same', reason: 'equal-by-name' }),
]

test('conflicts come first, then changes by name as people count, then what is only to be linked', () => {
  expect(shownEntries(entries, 'changes', '').map(({ slug }) => slug)).toEqual(['d', 'c', 'b', 'f'])
})

test('a search looks at names, types and slugs, whatever their case', () => {
  expect(shownEntries(entries, 'all', 'B1').map(({ slug }) => slug)).toEqual(['b'])
  expect(shownEntries(entries, 'all', 'jwt')).toHaveLength(5)
})

test('every filter tells how many it lets through', () => {
  expect(countFilters(entries)).toEqual({ changes: 4, conflicts: 1, here: 1, there: 1, all: 5 })
})
