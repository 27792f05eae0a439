import type {
  PromotedAssignment,
  PromotionEntry,
  PromotionOrder,
} from '../../../electron/contract/models/promotion.ts'

type OrderEntry = PromotionOrder['entries'][number]

/** Which lambda of the other instance was chosen where that was a question, by slug; an id. */
export type TargetPicks = ReadonlyMap<string, string>

/** The lambda on the other instance that an entry would write to; null while nobody has said. */
export function targetOf({ slug, target }: PromotionEntry, picks: TargetPicks): string | null {
  if (target.kind === 'type-differs') return null
  return target.kind === 'question' ? (picks.get(slug) ?? null) : target.id
}

/** Whether there is anything to promote. */
export function isInStep({ target, fields, assignments }: PromotionEntry): boolean {
  const isThere = target.kind === 'known' || target.kind === 'matched'
  return isThere && fields.length === 0 && assignments.every((each) => isAssigned(each, target.id))
}

/** Whether an entry can be promoted at all, perhaps after a choice. */
export const isAble = (entry: PromotionEntry): boolean =>
  !isInStep(entry) && entry.target.kind !== 'type-differs'

function isAssigned(assignment: PromotedAssignment, id: string): boolean {
  return assignment.kind === 'matched' && assignment.current?.toLowerCase() === id.toLowerCase()
}

/** Where a promotion would assign its lambda: the places that are sure and hold something else now. */
export function assignmentsOf({ assignments }: PromotionEntry, toId: string): OrderEntry['assign'] {
  return assignments.flatMap((assignment) =>
    assignment.kind === 'matched' && !isAssigned(assignment, toId)
      ? [
          {
            owner: { kind: assignment.owner.kind, id: assignment.owner.id },
            field: assignment.field,
            seen: assignment.current,
          },
        ]
      : [],
  )
}

/** What to carry out for an entry; undefined where it can't be, or where nothing is to be done. */
export function promotionOrderEntry(entry: PromotionEntry, picks: TargetPicks): OrderEntry | undefined {
  const { slug, fromId, seen } = entry
  const toId = targetOf(entry, picks)
  if (toId === null || seen.local === null || isInStep(entry)) return undefined
  const remote = seenThere(entry, toId)
  return { slug, fromId, toId, seen: { local: seen.local, remote }, assign: assignmentsOf(entry, toId) }
}

/** The lambda that is on the other instance and that an entry writes over. */
export function overwrittenBy(
  entry: PromotionEntry,
  picks: TargetPicks,
): { readonly id: string; readonly name: string; readonly type: string } | undefined {
  const id = targetOf(entry, picks)
  if (id === null || seenThere(entry, id) === null) return undefined
  return { id, name: entry.name, type: entry.type }
}

function seenThere({ target, seen }: PromotionEntry, toId: string): string | null {
  if (target.kind !== 'question') return seen.remote
  return target.candidates.find(({ id }) => id === toId)?.revision ?? null
}
