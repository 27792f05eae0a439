import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../../../contract/json.ts'

/** A membership that there is. */
export interface CurrentMember {
  readonly id: string
  readonly userId: string
  readonly data: JsonObject
}

/** A user who shall be a member. */
export interface WantedMember {
  readonly row: number
  readonly userId: string
  /** Null where any will do. */
  readonly memberId: string | null
  /** Null where it stays as it is. */
  readonly data: JsonObject | null
}

/** A wanted member who is one already, with the membership that there is. */
export interface MatchedMember {
  readonly wanted: WantedMember
  readonly current: CurrentMember
}

/** The difference between a membership and a list; every user is in exactly one part. */
export interface MembershipDifference {
  readonly added: readonly WantedMember[]
  readonly removed: readonly CurrentMember[]
  readonly changed: readonly MatchedMember[]
  readonly kept: readonly MatchedMember[]
}

/** Compares a membership with the list that shall become it; the list names each user once. */
export function planReplacement(
  current: readonly CurrentMember[],
  wanted: readonly WantedMember[],
): MembershipDifference {
  const byUser = new Map(current.map((member) => [member.userId, member]))
  const wantedIds = new Set(wanted.map(({ userId }) => userId))
  const matched = wanted.flatMap((member) => {
    const there = byUser.get(member.userId)
    return there ? [{ wanted: member, current: there }] : []
  })
  return {
    added: wanted.filter(({ userId }) => !byUser.has(userId)),
    removed: current.filter(({ userId }) => !wantedIds.has(userId)),
    changed: matched.filter(differs),
    kept: matched.filter((member) => !differs(member)),
  }
}

function differs({ wanted, current }: MatchedMember): boolean {
  if (wanted.memberId !== null && wanted.memberId !== current.id) return true
  return wanted.data !== null && !isDeepStrictEqual(wanted.data, current.data)
}

/** Members that one request may hold: the studio's own bound. */
const mostAtOnce = 1000

/**
 * Whether one request that replaces all is the way. It takes effect whole or not at all, but FusionAuth makes every
 * membership in it anew, so those that stay as they are would lose since when they are; and it must not grow large.
 */
export function replacesWhole({ added, changed, kept }: MembershipDifference): boolean {
  return kept.length === 0 && added.length + changed.length <= mostAtOnce
}
