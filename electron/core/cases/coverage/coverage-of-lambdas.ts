import type { Lambda } from '../../../contract/models/lambda.ts'
import type { CaseReport, LambdaCoverage } from '../../../contract/models/test.ts'
import { addRun } from './counts.ts'
import { structureOf, type Branch } from './structure.ts'

/** Adds up what the runs of a test covered, lambda by lambda. */
export class CoverageOfLambdas {
  readonly #lambdas: ReadonlyMap<string, Lambda>
  readonly #counts = new Map<string, Uint32Array>()

  constructor(lambdas: ReadonlyMap<string, Lambda>) {
    this.#lambdas = lambdas
  }

  add({ lambda, report }: CaseReport): void {
    const body = this.#lambdas.get(lambda)?.body
    if (body === undefined || !report) return
    const counts = this.#counts.get(lambda) ?? new Uint32Array(body.length)
    this.#counts.set(lambda, counts)
    addRun(counts, report.coverage ?? [])
  }

  /** The coverage of every lambda that has a case, by slug. */
  result(): readonly LambdaCoverage[] {
    const slugs = [...this.#counts.keys()].toSorted()
    return slugs.flatMap((slug) => {
      const lambda = this.#lambdas.get(slug)
      return lambda ? [coverageOf(lambda, this.#counts.get(slug) ?? new Uint32Array())] : []
    })
  }
}

/** What the counts of a body's characters say of its lines, branches and functions. */
export function coverageOf(
  { slug, body }: Pick<Lambda, 'slug' | 'body'>,
  counts: Uint32Array,
): LambdaCoverage {
  const { functions, branches, lines } = structureOf(body)
  const countAt = (offset: number): number => counts[offset] ?? 0
  const placeOf = placesIn(body)
  const lineCounts = [...lines].map(([line, tokens]) => ({
    line,
    count: tokens.reduce((most, token) => Math.max(most, countAt(token)), 0),
  }))
  const covered = lineCounts.filter(({ count }) => count > 0).length
  return {
    lambda: slug,
    lines: lineCounts,
    branches: branches.map((branch) => ({ ...placeOf(branch.start), count: branchCount(branch, countAt) })),
    functions: functions.map(({ name, start }) => ({
      name,
      line: placeOf(start).line,
      count: countAt(start),
    })),
    percent: lineCounts.length === 0 ? 100 : Math.round((covered / lineCounts.length) * 1000) / 10,
  }
}

function branchCount({ start, without }: Branch, countAt: (offset: number) => number): number {
  return without === undefined ? countAt(start) : Math.max(0, countAt(start) - countAt(without))
}

/** Looks up line and column of an offset, both from 1. */
function placesIn(body: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [
    0,
    ...[...body.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ 0: end, index }) => index + end.length),
  ]
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset) + 1
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 }
  }
}
