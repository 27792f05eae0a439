import type { z } from 'zod'
import type { MemberPage, memberQuery } from '../../../contract/models/directory-member.ts'
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
  const people = await usersByIds(
    instance,
    members.map(({ userId }) => userId),
    [],
  )
  return { members: members.map((member) => memberOf(member, people)), total }
}
