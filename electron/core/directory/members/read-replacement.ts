import type { LineFault, MemberEntry } from '../../../contract/models/directory-member.ts'
import type { ReplacementPlan } from '../../../contract/models/directory-member-change.ts'
import type { UserSummary } from '../../../contract/models/directory-user.ts'
import { messageOf, said } from '../../../contract/words.ts'
import type { Instance } from '../../instance/instance.ts'
import { summaryOf } from '../people/summary.ts'
import type { Person } from '../rest/answers.ts'
import { usersByIds } from '../rest/users.ts'
import { checkEntries, type RefusedEntry } from './check-entries.ts'
import type { Ending } from './ledger.ts'
import { userMissing } from './member-change.ts'
import { readMembers } from './member-pages.ts'
import { digestOf } from './membership-digest.ts'
import { planReplacement, type MembershipDifference, type WantedMember } from './plan-replacement.ts'
import { resolveCandidates } from './resolve-candidates.ts'

/** A replacement with everything that was read for it. */
export interface ReadReplacement {
  readonly difference: MembershipDifference
  /** Entries that are not used, with why. */
  readonly refused: readonly RefusedEntry[]
  /** Users of entries by row. */
  readonly people: ReadonlyMap<number, Person>
  readonly seen: string
}

/** Reads the membership of a group and who is meant by a list. */
export async function readReplacement(
  instance: Instance,
  groupId: string,
  entries: readonly MemberEntry[],
  signal: AbortSignal,
): Promise<ReadReplacement> {
  const { candidates, refused } = checkEntries(entries)
  const [{ members }, people] = await Promise.all([
    readMembers(instance, groupId, { signal }),
    resolveCandidates(instance, candidates, signal),
  ])
  const rows = new Map<string, WantedMember>()
  const missing: RefusedEntry[] = []
  for (const { row, memberId, data } of candidates) {
    const person = people.get(row)
    if (!person) missing.push({ row, ending: userMissing(entries[row]?.user ?? '') })
    else if (rows.has(person.id)) missing.push({ row, ending: sameUser })
    else rows.set(person.id, { row, userId: person.id, memberId, data })
  }
  return {
    difference: planReplacement(members, [...rows.values()]),
    refused: [...refused, ...missing],
    people,
    seen: digestOf(members),
  }
}

const sameUser: Ending = {
  outcome: 'skipped',
  code: 'duplicate',
  message: 'The same user is in the list before.',
}

/** Removed users whose names are read for the plan. */
const mostNamed = 1000

/** What a replacement would do, to be shown. */
export async function showReplacement(
  instance: Instance,
  { difference, refused, people, seen }: ReadReplacement,
  entries: readonly MemberEntry[],
): Promise<ReplacementPlan> {
  const { added, removed, changed, kept } = difference
  const removedIds = removed.slice(0, mostNamed).map(({ userId }) => userId)
  const gone = await usersByIds(instance, removedIds, [])
  const lineOf = (row: number): number => entries[row]?.line ?? row + 1
  return {
    added: added.map(({ row, userId }) => ({
      userId,
      user: summaryOrNull(people.get(row)),
      memberId: null,
      line: lineOf(row),
    })),
    removed: removed.map(({ id, userId }) => ({
      userId,
      user: summaryOrNull(gone.get(userId)),
      memberId: id,
      line: null,
    })),
    changed: changed.map(({ wanted, current }) => ({
      userId: current.userId,
      user: summaryOrNull(people.get(wanted.row)),
      memberId: current.id,
      line: lineOf(wanted.row),
    })),
    kept: kept.length,
    faults: faultsOf(refused, entries),
    seen,
  }
}

/** Entries that cannot be used by their lines; the same user twice is no fault. */
export function faultsOf(
  refused: readonly RefusedEntry[],
  entries: readonly MemberEntry[],
): readonly LineFault[] {
  return refused
    .filter(({ ending }) => ending.outcome === 'failed')
    .map(({ row, ending }) =>
      said<LineFault>({
        line: entries[row]?.line ?? row + 1,
        code: ending.code ?? 'unusable',
        message: messageOf(ending),
      }),
    )
    .sort((one, other) => one.line - other.line)
}

function summaryOrNull(person: Person | undefined): UserSummary | null {
  return person ? summaryOf(person) : null
}
