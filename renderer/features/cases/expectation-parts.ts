import type { ExpectationChoice } from '../../../electron/contract/models/case.ts'
import type { RunReport } from '../../../electron/contract/models/run.ts'
import { t } from '../../messages/translate.ts'

export type FlagName = 'outcome' | 'absent' | 'console' | 'dropped' | 'throws'

/** A part of a report that an expectation can hold fast; `count` of 0 means that there is nothing of it. */
export interface ExpectationPart {
  readonly name: FlagName
  readonly label: string
  readonly count: number
}

/** The parts of this report, in the order of the dialog; those that are empty cannot be chosen. */
export function expectationParts(report: RunReport): ExpectationPart[] {
  const removed = report.changes.filter(({ kind }) => kind === 'removed').length
  return [
    { name: 'outcome', label: t('keep.outcome', { outcome: report.outcome }), count: 1 },
    { name: 'throws', label: t('keep.throws'), count: report.error ? 1 : 0 },
    { name: 'absent', label: t('keep.absent', { count: removed }), count: removed },
    {
      name: 'console',
      label: t('keep.console', { count: report.console.length }),
      count: report.console.length,
    },
    {
      name: 'dropped',
      label: t('keep.dropped', { count: report.dropped.length }),
      count: report.dropped.length,
    },
  ]
}

export type ArgumentsChoice = 'changes' | 'all' | 'none'

/** What is chosen when the dialog opens: what the lambda did, without the wording of its console. */
export function firstChoice(report: RunReport): ExpectationChoice & { arguments: ArgumentsChoice } {
  const completed = report.outcome === 'completed'
  return {
    outcome: true,
    arguments: completed ? 'changes' : 'none',
    absent: completed,
    console: false,
    dropped: false,
    throws: report.error !== null,
  }
}
