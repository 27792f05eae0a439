import { StudioError } from '../../../contract/errors.ts'
import type { LineFault, MemberEntry } from '../../../contract/models/directory-member.ts'
import { messageOf, say } from '../../../contract/words.ts'
import { putMembers, type NewMember } from '../rest/members.ts'
import { sendAdditions } from './add-members.ts'
import type { Ending, OrderRow } from './ledger.ts'
import type { MemberChange } from './member-change.ts'
import { batchParts, memberIdsNow, type OrderedUser } from './member-change.ts'
import { replacesWhole } from './plan-replacement.ts'
import type { MembershipDifference } from './plan-replacement.ts'
import { faultsOf, type ReadReplacement } from './read-replacement.ts'
import { additionOf, changedMember, rejoinMembers } from './rejoin-members.ts'
import { sendRemovals, type Removal } from './remove-members.ts'
import { sendBatches } from './send-batches.ts'

/** What was agreed to when a replacement was ordered. */
export interface Agreed {
  readonly seen: string
  readonly leaveOutFaults: boolean
}

/** @throws StudioError `conflict-members-changed`, `entries-unusable` */
export function assertAgreed(
  { seen, refused }: ReadReplacement,
  agreed: Agreed,
  entries: readonly MemberEntry[],
): void {
  if (seen !== agreed.seen) throw membersChanged
  const faults = faultsOf(refused, entries)
  const [first] = faults
  if (first && !agreed.leaveOutFaults) throw entriesUnusable(first, faults.length)
}

/** The rows of a replacement: the entries, then the members that are removed. */
export function replacementRows(
  { difference }: ReadReplacement,
  entries: readonly MemberEntry[],
): readonly OrderRow[] {
  const { changed, kept, removed } = difference
  const actions = new Map<number, OrderRow['action']>([
    ...changed.map(({ wanted }) => [wanted.row, 'change'] as const),
    ...kept.map(({ wanted }) => [wanted.row, 'keep'] as const),
  ])
  const listed = entries.map(({ user, line }, row) => ({
    line: line ?? row + 1,
    given: user,
    action: actions.get(row) ?? ('add' as const),
  }))
  return [
    ...listed,
    ...removed.map(({ userId }) => ({ line: null, given: userId, action: 'remove' as const })),
  ]
}

/** Replaces the membership: by one request where that loses nothing, else by its difference. */
export async function replaceMembership(
  change: MemberChange,
  { difference, refused }: ReadReplacement,
  entries: readonly MemberEntry[],
): Promise<void> {
  for (const { row, ending } of refused) change.ledger.end(row, ending)
  for (const { wanted, current } of difference.kept) {
    change.ledger.end(wanted.row, { ...keptEnding, userId: current.userId, memberId: current.id })
  }
  const removals = difference.removed.map(({ id, userId }, at) => ({
    row: entries.length + at,
    userId,
    memberId: id,
  }))
  const send = replacesWhole(difference) ? putWhole : sendDifference
  await send(change, difference, removals)
}

/** By differences; who joins comes before who leaves. */
async function sendDifference(
  change: MemberChange,
  { added, changed }: MembershipDifference,
  removals: readonly Removal[],
): Promise<void> {
  await rejoinMembers(change, changed)
  await sendAdditions(change, added.map(additionOf))
  await sendRemovals(change, removals, 'user')
}

/** Sends the whole membership as one request. */
async function putWhole(
  change: MemberChange,
  { added, changed }: MembershipDifference,
  removals: readonly Removal[],
): Promise<void> {
  const wanted = [...added, ...changed.map(changedMember)].map(additionOf)
  const wantedRows = new Set(wanted.map(({ row }) => row))
  const rows: readonly OrderedUser[] = [...wanted, ...removals]
  await sendBatches<OrderedUser>({
    ...batchParts(change),
    items: rows,
    indivisible: true,
    send: async () => {
      const members = wanted.map(({ row: _row, ...member }): NewMember => member)
      const memberIds = await putMembers(change.instance, change.group.id, members, change.signal)
      return ({ userId }) => replacedEnding(memberIds.get(userId))
    },
    verify: async () => {
      const memberIds = await memberIdsNow(change, rows)
      const isDone = rows.every(({ row, userId }) => wantedRows.has(row) === memberIds.has(userId))
      return ({ userId }) => (isDone ? replacedEnding(memberIds.get(userId)) : null)
    },
  })
}

function replacedEnding(memberId: string | undefined): Ending {
  return { outcome: 'done', memberId: memberId ?? null, message: 'The membership was replaced as a whole.' }
}

const keptEnding: Ending = {
  outcome: 'skipped',
  code: 'already-member',
  message: 'A member before and after; nothing was written.',
}

const membersChanged = new StudioError({
  code: 'conflict-members-changed',
  message: 'The membership was changed by somebody else since the difference was shown; nothing was written.',
  hint: 'Look at the difference again, then replace.',
})

function entriesUnusable(fault: LineFault, count: number): StudioError {
  const first = messageOf(fault)
  return new StudioError({
    code: 'entries-unusable',
    message:
      count === 1
        ? say`A line of the list cannot be used, the first on line ${fault.line}: ${first} Nothing was written.`
        : say`${count} lines of the list cannot be used, the first on line ${fault.line}: ${first} Nothing was written.`,
    hint: 'Correct the lines, or leave them out on purpose.',
  })
}
