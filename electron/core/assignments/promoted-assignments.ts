import type { PromotedAssignment } from '../../contract/models/promotion.ts'
import type { Owner, Owners } from './owners.ts'
import { assignedAt, usageIn } from './usage.ts'

/** The places on another instance that answer to where a lambda is used on the first: objects of the same kind and name. */
export function promotedAssignments(id: string, from: Owners, to: Owners): readonly PromotedAssignment[] {
  return usageIn(from, id).map(({ owner, field }) => {
    const namesakes = to.owners.filter(({ kind, name }) => kind === owner.kind && name === owner.name)
    const [only, ...others] = namesakes
    if (!only) return { kind: 'missing', field, owner }
    if (others.length > 0) return { kind: 'question', field, candidates: namesakes.map(withoutFields) }
    return { kind: 'matched', field, owner: withoutFields(only), current: assignedAt(only, field) }
  })
}

function withoutFields({ kind, id, name }: Owner) {
  return { kind, id, name }
}
