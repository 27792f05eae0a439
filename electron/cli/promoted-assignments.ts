import colors from 'picocolors'
import type { PromotedAssignment, PromotionEntry } from '../contract/models/promotion.ts'
import type { SyncResult } from '../contract/models/sync-order.ts'
import { targetOf, type TargetAnswers } from './promotion-order.ts'

/** A place where a promoted lambda would be assigned, and what became of that. */
export type AssignmentEnd = PromotedAssignment & {
  readonly outcome: SyncResult['outcome']
  readonly code: string | null
  readonly message: string
}

/** The assignments of an entry with what became of each, or what would be done where that is only `planned`. */
export function assignmentEnds(
  entry: PromotionEntry,
  answers: TargetAnswers,
  result?: SyncResult | 'planned',
): readonly AssignmentEnd[] {
  const toId = targetOf(entry, answers)
  return entry.assignments.map((each) => ({ ...each, ...endOf(each, { ...entry.target, toId }, result) }))
}

type End = Pick<AssignmentEnd, 'outcome' | 'code' | 'message'>

function endOf(
  each: PromotedAssignment,
  { kind, toId }: { readonly kind: PromotionEntry['target']['kind']; readonly toId: string | null },
  result?: SyncResult | 'planned',
): End {
  if (each.kind === 'missing') {
    return skipped('missing', `there is no ${each.owner.kind} ${each.owner.name}`)
  }
  if (each.kind === 'question')
    return skipped('question', `several are called ${each.candidates[0]?.name ?? ''}`)
  const place = `${each.owner.kind} ${each.owner.name}`
  if (kind === 'type-differs') return skipped('not-tried', `${place}: the lambda there is of another type`)
  if (toId === null) return skipped('not-tried', `${place}: which lambda there is the same one is not said`)
  if (each.current === toId) return skipped('in-step', `${place} has it already`)
  const instead = each.current === null ? '' : `, in the place of ${each.currentName ?? each.current}`
  if (result === 'planned') return skipped('planned', `${place}${instead}`)
  const known = result?.assigned?.find((one) => isAt(one, each))
  if (!known) return skipped('not-tried', `${place}: the lambda itself was not promoted`)
  const { outcome, code, message } = known
  return outcome === 'done'
    ? { outcome, code, message: `${place}${instead}` }
    : { outcome, code, message: `${place}: ${message}` }
}

function isAt(
  { owner, field }: NonNullable<SyncResult['assigned']>[number],
  place: Extract<PromotedAssignment, { kind: 'matched' }>,
): boolean {
  return owner.kind === place.owner.kind && owner.id === place.owner.id && field === place.field
}

function skipped(code: string, message: string): End {
  return { outcome: 'skipped', code, message }
}

/** Each assignment that changes, would change, or cannot be made, for people; such as stay are not told. */
export function assignmentsText(
  entries: readonly { readonly slug: string; readonly assignments: readonly AssignmentEnd[] }[],
): readonly string[] {
  return entries.flatMap(({ slug, assignments }) =>
    assignments
      .filter(({ code }) => code !== 'in-step')
      .map(
        (each) => `${headOf(each)}  ${colors.bold(slug)}  ${colors.dim(`${each.field}: ${each.message}`)}`,
      ),
  )
}

function headOf({ outcome, code }: AssignmentEnd): string {
  if (outcome === 'done') return colors.green('assigned')
  if (code === 'planned') return colors.cyan('assign')
  return outcome === 'failed' ? colors.red('not assigned') : colors.yellow('not assigned')
}
