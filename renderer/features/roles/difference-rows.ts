import type {
  RoleChangePreview,
  RoleDifference,
} from '../../../electron/contract/models/directory-role-change.ts'
import { byAlphabet } from '../../messages/alphabet.ts'

/** What one person gains and loses. */
export interface PersonDifference {
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly differences: readonly RoleDifference[]
}

/** The differences of a preview by person, in the order of their names. */
export function differenceRows({ differences, users }: RoleChangePreview): PersonDifference[] {
  return [...Map.groupBy(differences, ({ userId }) => userId)]
    .map(([userId, list]) => ({
      userId,
      name: users[userId]?.name ?? userId,
      email: users[userId]?.email ?? null,
      differences: list,
    }))
    .sort((one, other) => byAlphabet(one.name, other.name))
}

/** How many people gain a role, and how many lose one or may lose one. */
export function countPeople({ differences }: RoleChangePreview): { gain: number; lose: number } {
  const having = (kinds: readonly RoleDifference['kind'][]): number =>
    new Set(differences.filter(({ kind }) => kinds.includes(kind)).map(({ userId }) => userId)).size
  return { gain: having(['gains']), lose: having(['loses', 'may-lose']) }
}
