import type { ErrorData } from '../../../contract/errors.ts'
import type { Group } from '../../../contract/models/directory-group.ts'
import { said, say } from '../../../contract/words.ts'
import type { Instance } from '../../instance/instance.ts'
import { existingGroup } from '../groups/change-groups.ts'
import type { Person } from '../rest/answers.ts'
import { usersByIds } from '../rest/users.ts'
import type { Ending, Ledger } from './ledger.ts'
import type { BatchedChange } from './send-batches.ts'

/** What a change to one group's members works with. */
export interface MemberChange {
  /** Scoped to the tenant of the group. */
  readonly instance: Instance
  readonly group: Group
  readonly ledger: Pick<Ledger, 'end'>
  /** Aborted when the user cancels; requests under way end. */
  readonly signal: AbortSignal
  /** Whether the job was cancelled or stopped, so that nothing more is to be begun. */
  isOver(): boolean
  /** Lets what is under way end and begins nothing more. */
  stop(error: ErrorData): void
}

/** A user in an order. */
export interface OrderedUser {
  readonly row: number
  readonly userId: string
}

/** The parts that every batched change of users in a group has. */
export function batchParts<Item extends OrderedUser>(
  change: MemberChange,
): Pick<BatchedChange<Item>, 'isOver' | 'assertPossible' | 'end' | 'stop'> {
  return {
    isOver: () => change.isOver(),
    assertPossible: async () => {
      await existingGroup(change.instance, change.group.id)
    },
    end: ({ row, userId }, ending) => change.ledger.end(row, { userId, ...ending }),
    stop: (error) => change.stop(error),
  }
}

/** The ids of the memberships that users have in the group now, by user id. */
export async function memberIdsNow(
  { instance, group }: MemberChange,
  users: readonly OrderedUser[],
): Promise<ReadonlyMap<string, string>> {
  const userIds = users.map(({ userId }) => userId)
  const people = await usersByIds(instance, userIds, ['memberships'])
  const found = [...people.values()].map((person) => [person.id, memberIdIn(group.id, person)] as const)
  return new Map(found.flatMap(([userId, memberId]) => (memberId === null ? [] : [[userId, memberId]])))
}

/** The id of a user's membership in a group; null where the user is no member. */
export function memberIdIn(groupId: string, { memberships }: Person): string | null {
  return memberships.find((membership) => membership.groupId === groupId)?.id ?? null
}

/** The server has no such user, or another tenant has. */
export function userMissing(given: string): Ending {
  return said<Ending>({
    outcome: 'failed',
    code: 'user-not-found',
    message: say`There is no user ${JSON.stringify(given.slice(0, 80))} in the tenant of the group.`,
  })
}
