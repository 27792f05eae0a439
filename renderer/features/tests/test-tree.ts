import type { CaseResult, TestTotals } from '../../../electron/contract/models/test.ts'
import { resultKey, type ResultGroup } from './group-results.ts'

/** One row of the tree of results. */
export type TestNode =
  | {
      readonly kind: 'lambda'
      readonly key: string
      readonly label: string
      readonly lambda: string
      readonly totals: TestTotals
      readonly children: TestNode[]
    }
  | { readonly kind: 'case'; readonly key: string; readonly label: string; readonly result: CaseResult }

/** The rows of the tree: lambdas, and their cases below them. */
export function testTree(groups: readonly ResultGroup[]): TestNode[] {
  return groups.map(({ lambda, title, totals, results }) => ({
    kind: 'lambda',
    key: `lambda ${lambda}`,
    label: title,
    lambda,
    totals,
    children: results.map((result) => ({
      kind: 'case',
      key: resultKey(result.lambda, result.case),
      label: result.case,
      result,
    })),
  }))
}
