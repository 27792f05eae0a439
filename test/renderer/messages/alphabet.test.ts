import { expect, test } from 'vitest'
import { shownEntries } from '../../../renderer/features/sync/plan-entries.ts'
import { caseRows } from '../../../renderer/features/cases/cases-store.ts'
import { byOwner } from '../../../renderer/features/usage/usage-words.ts'
import { byAlphabet } from '../../../renderer/messages/alphabet.ts'
import { planEntry } from '../sync-builders.ts'

const names = ['Claims 10', 'claims 9', 'Ärger', 'Zoo']
const sorted = ['Ärger', 'claims 9', 'Claims 10', 'Zoo']

test('names stand as the language has them, and numbers by what they count', () => {
  expect(names.toSorted(byAlphabet)).toEqual(sorted)
})

test('every list has the same order', () => {
  const entries = names.map((name) => planEntry({ slug: name, name }))
  expect(shownEntries(entries, 'all', '').map(({ name }) => name)).toEqual(sorted)
  const places = names.map((name) => ({
    owner: { kind: 'tenant' as const, id: name, name },
    field: '',
    ui: '',
  }))
  expect(byOwner(places, () => false).map(({ owner }) => owner.name)).toEqual(sorted)
  const cases = names.map((name) => ({ name, kind: 'example' as const }))
  expect(caseRows({ cases, problems: [] }).map(({ name }) => name)).toEqual(sorted)
})
