import type { PromotedAssignment } from '../../contract/models/promotion.ts'
import type { Owner, Owners } from './owners.ts'
import { assignedAt, usageIn } from './usage.ts'

/** What of both instances may use lambdas, and what lambdas of the other one are called. */
export interface PromotionOwners {
  readonly from: Owners
  readonly to: Owners
  readonly nameThere: (id: string) => string | null
}

/** The places on another instance that answer to where a lambda is used on the first: objects of the same kind and name. */
export function promotedAssignments(
  id: string,
  { from, to, nameThere }: PromotionOwners,
): readonly PromotedAssignment[] {
  return usageIn(from, id).map(({ owner, field }) => {
    const namesakes = to.owners.filter(({ kind, name }) => kind === owner.kind && name === owner.name)
    const [only, ...others] = namesakes
    if (!only) return { kind: 'missing', field, owner }
    if (others.length > 0) return { kind: 'question', field, candidates: namesakes.map(withoutFields) }
    const current = assignedAt(only, field)
    const currentName = current === null ? null : nameThere(current)
    return { kind: 'matched', field, owner: withoutFields(only), current, currentName }
  })
}

function withoutFields({ kind, id, name }: Owner) {
  return { kind, id, name }
}
