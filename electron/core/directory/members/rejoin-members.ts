import { messageOf, said, say } from '../../../contract/words.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import { chunksOf } from '../rest/users.ts'
import { sendAdditions, type Addition } from './add-members.ts'
import type { Ending } from './ledger.ts'
import type { MemberChange } from './member-change.ts'
import type { MatchedMember, WantedMember } from './plan-replacement.ts'
import { sendRemovals } from './remove-members.ts'

/** Members who leave and join again together, so that few are out of the group at a time; such blocks under way at once. */
const blockSize = 500
const blocksAtOnce = 4

/**
 * Changes memberships: FusionAuth documents no other way than to leave and to join again, with the same member id. Who
 * has left joins again even where the job is cancelled or stopped meanwhile, with the membership of before where the
 * server does not take the new one.
 */
export async function rejoinMembers(change: MemberChange, members: readonly MatchedMember[]): Promise<void> {
  await mapInParallel(chunksOf(members, blockSize), blocksAtOnce, (block) => rejoin(change, block))
}

async function rejoin(change: MemberChange, members: readonly MatchedMember[]): Promise<void> {
  const left = new Set<number>()
  const failures = new Map<number, Ending>()
  const { ledger } = change
  const leaving = members.map(({ wanted, current }) => {
    return { row: wanted.row, userId: current.userId, memberId: current.id }
  })
  const whoLeaves = recording(change, (row, ending) =>
    ending.outcome === 'done' ? void left.add(row) : ledger.end(row, ending),
  )
  await sendRemovals(whoLeaves, leaving, 'user')
  const whoJoins = recording(unstoppable(change), (row, ending) =>
    ending.outcome === 'done' ? ledger.end(row, ending) : void failures.set(row, ending),
  )
  const outside = members.filter(({ wanted }) => left.has(wanted.row))
  await sendAdditions(whoJoins, outside.map(changedMember).map(additionOf))
  const whoComesBack = recording(unstoppable(change), (row, ending) =>
    ledger.end(row, ending.outcome === 'done' ? unchanged(ending, failures.get(row)) : lost(ending)),
  )
  const refused = outside.filter(({ wanted }) => failures.has(wanted.row))
  await sendAdditions(whoComesBack, refused.map(formerMember))
}

/** The change with another ledger: the half of a change is not its end. */
function recording(change: MemberChange, end: MemberChange['ledger']['end']): MemberChange {
  return { ...change, ledger: { end } }
}

/** The change as one that is carried out whatever happens to the job. */
function unstoppable(change: MemberChange): MemberChange {
  return { ...change, isOver: () => false, signal: new AbortController().signal }
}

/** What to send of a wanted member. */
export function additionOf({ row, userId, memberId, data }: WantedMember): Addition {
  return { row, userId, ...(memberId !== null && { id: memberId }), ...(data && { data }) }
}

/** A member as wanted, with the id and data of the membership that there is where none are asked for. */
export function changedMember({ wanted, current }: MatchedMember): WantedMember {
  return { ...wanted, memberId: wanted.memberId ?? current.id, data: wanted.data ?? current.data }
}

function formerMember({ wanted: { row }, current: { id, userId, data } }: MatchedMember): Addition {
  return { row, userId, id, data }
}

function unchanged(ending: Ending, failure: Ending | undefined): Ending {
  const message = say`The membership is as it was: ${failure ? messageOf(failure) : ''}`
  return said<Ending>({ ...ending, outcome: 'failed', code: failure?.code ?? 'uncertain', message })
}

function lost(ending: Ending): Ending {
  const message = say`The user left the group and could not join it again: ${messageOf(ending)}`
  return said<Ending>({ ...ending, outcome: 'failed', code: ending.code ?? 'uncertain', message })
}
