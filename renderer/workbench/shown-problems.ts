import type { Problem } from '../../electron/contract/models/problem.ts'
import type { CheckedBody } from '../features/checks/checks-store.ts'
import { problemsToMark } from '../features/runs/run-problems.ts'
import type { ReportedRun } from '../features/runs/runs-store.ts'
import type { WorkedLambda } from './active-lambda.ts'

/**
 * What the editor marks in a body: what its last run found where that ran this very body, since a run knows more
 * than the checks; else what the checks found, which may be a moment behind the typing.
 */
export function shownProblems(
  { body, type }: Pick<WorkedLambda, 'body' | 'type'>,
  run: ReportedRun | undefined,
  checked: CheckedBody | undefined,
): readonly Problem[] {
  if (run?.request.body === body && run.request.type === type) {
    return problemsToMark(run.report)
  }
  return checked?.type === type ? checked.problems : []
}
