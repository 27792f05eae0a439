import { expect, test } from 'vitest'
import type { SyncKind, SyncReason } from '../../../../electron/contract/models/sync.ts'
import { asksFirst } from '../../../../renderer/features/sync/asks-first.ts'
import { choicesOf, directionOf } from '../../../../renderer/features/sync/plan-entries.ts'
import { instance, planEntry } from '../../sync-builders.ts'

const nothing: ReadonlySet<string> = new Set()
const reasons: readonly [SyncKind, SyncReason][] = [
  ['same', 'equal-by-name'],
  ['push', 'changed-here'],
  ['pull', 'changed-there'],
  ['create-remote', 'only-here'],
  ['create-local', 'only-there'],
  ['delete-remote', 'deleted-here'],
  ['delete-local', 'deleted-there'],
  ['conflict', 'changed-on-both-sides'],
  ['conflict', 'id-taken'],
  ['conflict', 'name-ambiguous'],
  ['conflict', 'deleted-there-changed-here'],
  ['conflict', 'type-differs'],
]

test('what one side alone has or changed is carried out at once, and nothing else', () => {
  const atOnce = reasons.flatMap(([kind, reason]) => {
    const entry = planEntry({ kind, reason })
    return choicesOf(entry).flatMap((action) => {
      const direction = directionOf(action)
      if (direction === null || action === 'leave') return []
      return asksFirst(direction, instance(), [{ entry, action }], nothing) ? [] : [`${reason}: ${action}`]
    })
  })
  expect(atOnce).toEqual([
    'equal-by-name: link',
    'changed-here: push',
    'changed-there: pull',
    'only-here: push',
    'only-there: pull',
  ])
})

test('a protected instance is not written to unasked; what is pulled from it stays here', () => {
  const pushed = [{ entry: planEntry(), action: 'push' as const }]
  const pulled = [{ entry: planEntry({ kind: 'pull', reason: 'changed-there' }), action: 'pull' as const }]
  for (const protection of ['confirm', 'read-only'] as const) {
    expect(asksFirst('push', instance({ protection }), pushed, nothing)).toBe(true)
    expect(asksFirst('pull', instance({ protection }), pulled, nothing)).toBe(false)
  }
})

test('text that is only in the page is asked about, that of other lambdas is not', () => {
  const chosen = [{ entry: planEntry({ slug: 'roles' }), action: 'push' as const }]
  expect(asksFirst('push', instance(), chosen, new Set(['roles']))).toBe(true)
  expect(asksFirst('push', instance(), chosen, new Set(['claims']))).toBe(false)
})
