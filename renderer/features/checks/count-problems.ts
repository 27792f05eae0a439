import type { Problem, Severity } from '../../../electron/contract/models/problem.ts'

/** How many problems there are of each severity. */
export function countProblems(problems: readonly Problem[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of problems) counts[severity] += 1
  return counts
}
