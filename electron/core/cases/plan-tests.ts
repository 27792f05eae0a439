import type { CaseFile } from '../../contract/models/case.ts'
import type { TestSelection } from '../../contract/models/test.ts'

/** Which case it is. */
export interface CaseKey {
  readonly lambda: string
  readonly case: string
}

/** One text for each case. */
export function keyOf({ lambda, case: name }: CaseKey): string {
  return JSON.stringify([lambda, name])
}

/** A case with its content. */
export interface PlacedCase extends CaseKey {
  readonly content: CaseFile
}

/**
 * Chooses the cases of a test by their names alone. Shards are dealt out in the order of the names, so that they
 * differ by one case at most and need to know nothing of each other.
 */
export function planTests(
  all: readonly CaseKey[],
  selection: Pick<TestSelection, 'slugs' | 'cases' | 'shard'>,
  onlyThese: readonly CaseKey[] | null,
): readonly CaseKey[] {
  const { slugs, cases, shard } = selection
  const lambdas = slugs && new Set(slugs)
  const among = [cases, onlyThese].flatMap((keys) => (keys ? new Set(keys.map(keyOf)) : []))
  const wanted = all
    .filter(({ lambda }) => !lambdas || lambdas.has(lambda))
    .filter((each) => among.every((keys) => keys.has(keyOf(each))))
    .toSorted(byName)
  return shard ? wanted.filter((_, at) => at % shard.count === shard.index - 1) : wanted
}

/** Whether a case says what is to come out; one that does not is an example to run. */
export function isTest({ expect, property }: CaseFile): boolean {
  return expect !== undefined || property !== undefined
}

/** The order of cases: by code units, so that every machine deals alike. */
export function byName(a: CaseKey, b: CaseKey): number {
  if (a.lambda !== b.lambda) return a.lambda < b.lambda ? -1 : 1
  return a.case < b.case ? -1 : Number(a.case > b.case)
}
