import type { MemberRunPage, MemberRunRow } from '../../../electron/contract/models/directory-run.ts'
import { t } from '../../messages/translate.ts'
import { outcomeLooks } from './row-look.ts'

/** What the rows of a run can be narrowed to, with how many there are of each. */
export function outcomeChoices(
  summary: Pick<MemberRunPage, 'outcomes'> | undefined,
): { readonly id: string; readonly label: string; readonly count?: number }[] {
  const outcomes = Object.entries(summary?.outcomes ?? {}) as [MemberRunRow['outcome'], number][]
  const all = outcomes.reduce((sum, [, count]) => sum + count, 0)
  return [
    { id: '', label: t('memberRun.all'), count: all },
    ...outcomes.map(([id, count]) => ({ id, label: t(outcomeLooks[id].label), count })),
    { id: 'dropped', label: t('memberRun.withDropped') },
  ]
}
