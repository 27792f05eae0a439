import type { CaseFile } from '../../contract/models/case.ts'
import type { RunReport } from '../../contract/models/run.ts'
import type { CaseFailure } from '../../contract/models/test.ts'
import { messageOf, said } from '../../contract/words.ts'
import type { RunResult } from '../runs/run-lambdas.ts'
import { endsWell, failuresOf } from './match.ts'

/** What one run of a case comes to. */
export interface Judged {
  /** Null where it could not be run. */
  readonly report: RunReport | null
  /** What is not as expected; nothing where the case passes. */
  readonly failures: readonly CaseFailure[]
}

/** Holds a run against the expectation of its case; one that could not be run fails. Null for one that was cancelled. */
export function judge({ expect = endsWell }: Pick<CaseFile, 'expect'>, result: RunResult): Judged | null {
  if (result.kind === 'report') return { report: result.report, failures: failuresOf(expect, result.report) }
  const { code } = result.error
  if (code === 'run-cancelled' || code === 'studio-closed') return null
  const message = messageOf(result.error)
  const failure = said<CaseFailure>({ path: 'outcome', expected: 'a run', actual: code, message })
  return { report: null, failures: [failure] }
}
