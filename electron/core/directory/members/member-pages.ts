import { mapInParallel } from '../../files/map-in-parallel.ts'
import type { Instance } from '../../instance/instance.ts'
import type { MemberAnswer } from '../rest/answers.ts'
import { searchMembers } from '../rest/members.ts'

/** Members in one answer; FusionAuth documents no bound. */
const pageSize = 500
/** Pages under way at once. */
const atOnce = 4

/** The order in which pages are read: who joins meanwhile comes at the end and moves nobody. */
export const joinedOrder = 'insertInstant ASC, id ASC'

/** The first `bound` members of a group, and how many there are. */
export async function readMembers(
  instance: Instance,
  groupId: string,
  { bound = Infinity, signal }: { readonly bound?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<{ readonly members: readonly MemberAnswer[]; readonly total: number }> {
  const page = (startRow: number) =>
    searchMembers(
      instance,
      { groupId, startRow, numberOfResults: Math.min(pageSize, bound - startRow), orderBy: joinedOrder },
      signal,
    )
  const first = await page(0)
  const wanted = Math.min(bound, first.total)
  // A server that gives fewer at once than it is asked for is asked for the rest in steps of what it gives.
  const step = Math.min(pageSize, Math.max(1, first.members.length))
  const starts = Array.from({ length: Math.ceil(wanted / step) }, (_, at) => at * step).slice(1)
  const rest = await mapInParallel(starts, atOnce, page)
  const members = [first, ...rest].flatMap((answer) => answer.members)
  // Removals between two pages move rows, so that one may come twice.
  return { members: [...new Map(members.map((member) => [member.id, member])).values()], total: first.total }
}

/** How many members a group has. */
export async function countMembers(instance: Instance, groupId: string): Promise<number> {
  return (await searchMembers(instance, { groupId, startRow: 0, numberOfResults: 1 })).total
}
