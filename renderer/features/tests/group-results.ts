import type { CaseResult, TestTotals } from '../../../electron/contract/models/test.ts'
import { byAlphabet } from '../../messages/alphabet.ts'

/** The results of one lambda's cases. */
export interface ResultGroup {
  readonly lambda: string
  readonly title: string
  readonly results: readonly CaseResult[]
  readonly totals: TestTotals
}

/** Names a case among all cases of the workspace. */
export const resultKey = (lambda: string, name: string): string => `${lambda}/${name}`

export function countResults(results: readonly CaseResult[]): TestTotals {
  const totals = { passed: 0, failed: 0, skipped: 0 }
  for (const { status } of results) totals[status] += 1
  return totals
}

/** Results by lambda, in the order of the alphabet; only the failed ones where that is asked for. */
export function groupResults(
  results: readonly CaseResult[],
  titleOf: (lambda: string) => string,
  onlyFailed: boolean,
): ResultGroup[] {
  const shown = onlyFailed ? results.filter(({ status }) => status === 'failed') : results
  return [...Map.groupBy(shown, ({ lambda }) => lambda)]
    .map(([lambda, members]) => ({
      lambda,
      title: titleOf(lambda),
      results: members.toSorted((a, b) => byAlphabet(a.case, b.case)),
      totals: countResults(members),
    }))
    .sort((a, b) => byAlphabet(a.title, b.title))
}
