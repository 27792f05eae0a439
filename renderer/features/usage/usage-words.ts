import type {
  AssignmentCandidate,
  AssignmentPlace,
  OwnerKind,
} from '../../../electron/contract/models/assignment.ts'
import { byAlphabet } from '../../messages/alphabet.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'

export const ownerLooks: Readonly<Record<OwnerKind, { icon: string; label: PlainMessageKey }>> = {
  application: { icon: 'i-lucide-app-window', label: 'owner.application' },
  tenant: { icon: 'i-lucide-building-2', label: 'owner.tenant' },
  'identity provider': { icon: 'i-lucide-id-card', label: 'owner.identityProvider' },
  connector: { icon: 'i-lucide-cable', label: 'owner.connector' },
}

/** The last part of a field's place in the administration pages, which says what the lambda is used for. */
export function purposeOf({ ui, field }: Pick<AssignmentPlace, 'ui' | 'field'>): string {
  const parts = ui.split(/\s*[>›→]\s*/)
  return (parts.at(-1) ?? field).replace(/ lambda$/, '')
}

/** Names a place of an instance within the page. */
export function placeKey({ owner, field }: Pick<AssignmentPlace, 'owner' | 'field'>): string {
  return `${owner.kind} ${owner.id} ${field}`
}

/** All places of one object. */
export interface OwnerPlaces<Place extends AssignmentPlace> {
  readonly owner: AssignmentPlace['owner']
  readonly places: readonly Place[]
}

/** Places by object; those that use the lambda first, then by kind and name. */
export function byOwner<Place extends AssignmentPlace>(
  places: readonly Place[],
  isUsed: (place: Place) => boolean,
): OwnerPlaces<Place>[] {
  const groups = [...Map.groupBy(places, ({ owner }) => `${owner.kind} ${owner.id}`).values()]
  return groups
    .flatMap((members) => (members[0] ? [{ owner: members[0].owner, places: members }] : []))
    .toSorted(
      (a, b) =>
        Number(b.places.some(isUsed)) - Number(a.places.some(isUsed)) ||
        byAlphabet(a.owner.kind, b.owner.kind) ||
        byAlphabet(a.owner.name, b.owner.name),
    )
}

/** Whether a lambda is at a place. */
export function isAt({ current }: AssignmentCandidate, lambdaId: string | null): boolean {
  return current !== null && current.id.toLowerCase() === lambdaId?.toLowerCase()
}
