import type { CaseFile } from '../../contract/models/case.ts'
import type { TestSelection } from '../../contract/models/test.ts'

/** A case with its place. */
export interface PlacedCase {
  readonly lambda: string
  readonly case: string
  readonly content: CaseFile
}

/** Which case a result is of. */
export type CaseKey = Pick<PlacedCase, 'lambda' | 'case'>

/** What a test does: run these, and say of those that nothing was expected of them. */
export interface TestPlan {
  readonly toRun: readonly PlacedCase[]
  readonly examples: readonly PlacedCase[]
}

/**
 * Chooses the cases of a test. Shards are dealt out in the order of the names, so that they differ by one case at
 * most and need to know nothing of each other.
 */
export function planTests(
  all: readonly PlacedCase[],
  selection: Pick<TestSelection, 'slugs' | 'cases' | 'shard'>,
  onlyThese: readonly CaseKey[] | null,
): TestPlan {
  const { slugs, cases, shard } = selection
  const wanted = all
    .filter(({ lambda }) => !slugs || slugs.includes(lambda))
    .filter((each) => !cases || cases.some((key) => isSame(key, each)))
    .filter((each) => !onlyThese || onlyThese.some((key) => isSame(key, each)))
    .toSorted(byName)
  const dealt = shard ? wanted.filter((_, at) => at % shard.count === shard.index - 1) : wanted
  return {
    toRun: dealt.filter(({ content }) => isTest(content)),
    examples: dealt.filter(({ content }) => !isTest(content)),
  }
}

function isTest({ expect, property }: CaseFile): boolean {
  return expect !== undefined || property !== undefined
}

function isSame(a: CaseKey, b: CaseKey): boolean {
  return a.lambda === b.lambda && a.case === b.case
}

/** By code units, so that every machine deals alike. */
function byName(a: CaseKey, b: CaseKey): number {
  if (a.lambda !== b.lambda) return a.lambda < b.lambda ? -1 : 1
  return a.case < b.case ? -1 : Number(a.case > b.case)
}
