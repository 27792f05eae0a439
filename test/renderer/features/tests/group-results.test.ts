import { expect, test } from 'vitest'
import type { CaseResult } from '../../../../electron/contract/models/test.ts'
import { groupResults } from '../../../../renderer/features/tests/group-results.ts'
import { testTree } from '../../../../renderer/features/tests/test-tree.ts'

const result = (lambda: string, name: string, status: CaseResult['status']): CaseResult => ({
  lambda,
  case: name,
  status,
  failures: [],
  durationMs: 1,
})
const results = [
  result('b', 'case 10', 'passed'),
  result('b', 'case 9', 'failed'),
  result('a', 'only', 'passed'),
]

test('results stand by lambda, numbers by their size, with their counts', () => {
  const groups = groupResults(results, (slug) => slug.toUpperCase(), false)
  expect(groups.map(({ title, totals }) => [title, totals.passed, totals.failed])).toEqual([
    ['A', 1, 0],
    ['B', 1, 1],
  ])
  expect(testTree(groups)[1]).toMatchObject({
    label: 'B',
    children: [{ label: 'case 9' }, { label: 'case 10' }],
  })
})

test('only what failed shows where that is asked for', () => {
  const groups = groupResults(results, (slug) => slug, true)
  expect(groups.flatMap((group) => group.results.map((each) => each.case))).toEqual(['case 9'])
})
