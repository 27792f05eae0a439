import type { CoverageRange } from '../../../contract/models/sandbox.ts'

/**
 * Adds what one run covered to the counts of each character of a body. Ranges come from the outside in: a later one
 * tells more of its stretch than an earlier one. Text before the ranges of a body counts as not run.
 */
export function addRun(counts: Uint32Array, ranges: readonly CoverageRange[]): void {
  const once = new Uint32Array(counts.length)
  for (const { start, end, count } of ranges) once.fill(count, start, end)
  for (const [at, count] of once.entries()) if (count > 0) counts[at] = (counts[at] ?? 0) + count
}
