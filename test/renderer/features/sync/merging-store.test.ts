import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { useMerging } from '../../../../renderer/features/sync/merging-store.ts'
import { planEntry } from '../../sync-builders.ts'

const entry = planEntry({ slug: 'roles', seen: { local: 'l1', remote: 'r1' } })
const begin = () => ({ text: 'as it begins', picks: {} })

beforeEach(() => {
  setActivePinia(createPinia())
})

test('a merge goes on where it was left, after something else showed', () => {
  const merging = useMerging()
  merging.workOn(entry, begin).text = 'half done'
  expect(merging.workOn({ ...entry }, begin).text).toBe('half done')
  expect(merging.workOn(planEntry({ slug: 'claims', seen: entry.seen }), begin).text).toBe('as it begins')
})

test('a merge of sides that changed meanwhile begins anew', () => {
  const merging = useMerging()
  merging.workOn(entry, begin).text = 'half done'
  const changed = { ...entry, seen: { ...entry.seen, remote: 'r2' } }
  expect(merging.workOn(changed, begin).text).toBe('as it begins')
})
