import { expect, test } from 'vitest'
import { pruned } from '../../../electron/core/workspace/prune.ts'

const limits = { entries: 5, days: 30, atLeast: 2 }
const now = new Date('2026-03-01T00:00:00Z')
const id = (date: string): string => `${date}T000000000Z-save-abcdef`

test('the newest are kept and those beyond the number go', () => {
  const ids = ['20260228', '20260227', '20260226', '20260225', '20260224', '20260223', '20260222'].map(id)
  expect(pruned(ids, limits, now)).toEqual(ids.slice(5))
})

test('what is too old goes, as long as enough are left', () => {
  const ids = ['20260228', '20250103', '20250102', '20250101'].map(id)
  expect(pruned(ids, limits, now)).toEqual(ids.slice(2))
})
