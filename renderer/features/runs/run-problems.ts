import type { Problem } from '../../../electron/contract/models/problem.ts'
import type { RunReport } from '../../../electron/contract/models/run.ts'

/** What a run marks in the editor: its problems, and the place where it threw. */
export function problemsToMark({ problems, error }: Pick<RunReport, 'problems' | 'error'>): Problem[] {
  if (!error || error.line === null) return [...problems]
  const thrown: Problem = {
    code: 'thrown',
    severity: 'error',
    message: `${error.name}: ${error.message}`,
    line: error.line,
    column: error.column ?? 1,
  }
  return [...problems, thrown]
}
