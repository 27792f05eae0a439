import type { RunReport } from '../../../electron/contract/models/run.ts'
import type { CaseResult } from '../../../electron/contract/models/test.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'

export type SectionId = 'expectation' | 'changes' | 'arguments' | 'console' | 'requests' | 'problems'

/** One tab of the result. */
export interface Section {
  readonly id: SectionId
  readonly label: PlainMessageKey
  /** How much there is to see; none for a tab that always has something. */
  readonly count?: number
}

/** What became of the expectation of a case. */
export type Verdict = Pick<CaseResult, 'status' | 'failures'>

/** The tabs of a report, always the same ones in the same order, so that nothing jumps from run to run. */
export function sectionsOf(report: RunReport, expectation?: Verdict): Section[] {
  return [
    ...(expectation
      ? [
          {
            id: 'expectation' as const,
            label: 'expectation.title' as const,
            count: expectation.failures.length,
          },
        ]
      : []),
    { id: 'changes', label: 'result.changes', count: report.changes.length + report.dropped.length },
    { id: 'arguments', label: 'result.arguments' },
    { id: 'console', label: 'result.console', count: report.console.length },
    { id: 'requests', label: 'result.requests', count: report.fetches.length },
    { id: 'problems', label: 'result.problems', count: report.problems.length },
  ]
}

/** The tab that says most about how a run ended; undefined where the user's choice may stay. */
export function sectionToShow(report: RunReport, expectation?: Verdict): SectionId | undefined {
  if (expectation?.status === 'failed') return 'expectation'
  return report.outcome === 'refused' ? 'problems' : undefined
}
