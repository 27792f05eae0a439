import type { z } from 'zod'
import { toErrorData } from '../../../contract/errors.ts'
import type { MemberPage, memberQuery } from '../../../contract/models/directory-member.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import { existingGroup } from '../groups/change-groups.ts'
import { searchMembers } from '../rest/members.ts'
import { usersByIds } from '../rest/users.ts'
import { memberOf } from './member-of.ts'

/**
 * A page of a group's members: one request for it, and one for each hundred of its users.
 * @throws StudioError `group-not-found`
 */
export async function listMembers(
  instance: Instance,
  query: z.output<typeof memberQuery>,
): Promise<MemberPage> {
  const { groupId, startRow, numberOfResults, orderBy, descending } = query
  const direction = descending ? 'DESC' : 'ASC'
  const { members, total } = await searchMembers(instance, {
    groupId,
    startRow,
    numberOfResults,
    orderBy: `${orderBy} ${direction}, id ${direction}`,
  })
  // A group that is gone answers as an empty one does.
  if (total === 0) await existingGroup(instance, groupId)
  const ids = members.map(({ userId }) => userId)
  const { people, usersUnread } = await usersIfReadable(instance, ids)
  return { members: members.map((member) => memberOf(member, people)), total, usersUnread }
}

type Users = Pick<MemberPage, 'usersUnread'> & { readonly people: Awaited<ReturnType<typeof usersByIds>> }

/** Memberships are of use without names, too. */
async function usersIfReadable(instance: Instance, ids: readonly string[]): Promise<Users> {
  try {
    return { people: await usersByIds(instance, ids, []), usersUnread: null }
  } catch (thrown) {
    if (!isStatus(thrown, 401, 500, 503)) throw thrown
    return { people: new Map(), usersUnread: toErrorData(thrown) }
  }
}
