import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { z } from 'zod'
import { StudioError } from '../../../contract/errors.ts'
import type { JsonObject } from '../../../contract/json.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import { addedAnswer, anyAnswer, membersAnswer, type MemberAnswer } from './answers.ts'
import { requestTo } from './request.ts'

/** Criteria of FusionAuth's member search (since 1.36.0). It reads the database, so it is never behind. */
export interface MemberCriteria {
  readonly groupId: string
  readonly userId?: string
  readonly startRow: number
  readonly numberOfResults: number
  readonly orderBy?: string
}

/** A user who shall be a member. */
export interface NewMember {
  readonly userId: string
  readonly id?: string | undefined
  readonly data?: JsonObject | undefined
}

export async function searchMembers(
  instance: Instance,
  search: MemberCriteria,
  signal?: AbortSignal,
): Promise<{ readonly members: readonly MemberAnswer[]; readonly total: number }> {
  try {
    return await instance.call(membersAnswer, (client) => client.searchGroupMembers({ search }), {
      signal,
    })
  } catch (thrown) {
    if (isStatus(thrown, 404, 405)) throw searchUnknown
    throw thrown
  }
}

const searchUnknown = new StudioError({
  code: 'members-not-supported',
  message: 'The instance has no search for the members of groups, which came with FusionAuth 1.36.0.',
  hint: 'Members can be listed, removed by list and replaced after an update of FusionAuth.',
})

/** Adds users to a group; gives the ids of their memberships by user id. All of them or none. */
export async function addMembers(
  instance: Instance,
  groupId: string,
  members: readonly NewMember[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const request = membersOf(groupId, members)
  const answer = await instance.call(addedAnswer, (client) => client.createGroupMembers(request), { signal })
  return idsByUser(answer, groupId)
}

/** Makes these the only members of a group (since 1.36.0). */
export async function putMembers(
  instance: Instance,
  groupId: string,
  members: readonly NewMember[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const request = membersOf(groupId, members)
  const answer = await instance.call(addedAnswer, (client) => client.updateGroupMembers(request), { signal })
  return idsByUser(answer, groupId)
}

const membersOf = (groupId: string, members: readonly NewMember[]) => ({
  members: { [groupId]: [...members] },
})

function idsByUser({ members }: z.infer<typeof addedAnswer>, groupId: string): ReadonlyMap<string, string> {
  return new Map((members[groupId] ?? []).map(({ userId, id }) => [userId, id]))
}

/** Removes several memberships by their ids. */
export async function deleteMembers(
  instance: Instance,
  memberIds: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const request = { memberIds: [...memberIds] }
  await instance.call(anyAnswer, (client) => client.deleteGroupMembers(request), { signal })
}

/** Removes several users from a group. */
export async function deleteUsers(
  instance: Instance,
  groupId: string,
  userIds: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const request = { members: { [groupId]: [...userIds] } }
  await instance.call(anyAnswer, (client) => client.deleteGroupMembers(request), { signal })
}

const uuid = z.guid()

/** Removes one membership by its id. */
export async function deleteMember(instance: Instance, id: string, signal?: AbortSignal): Promise<void> {
  await instance.call(anyAnswer, (client) => memberDelete(instance, client).withUriSegment(id).go(), {
    signal,
  })
}

/** Removes one user from a group. */
export async function deleteUser(
  instance: Instance,
  groupId: string,
  userId: string,
  signal?: AbortSignal,
): Promise<void> {
  // A parameter that is missing would widen the request to the whole group.
  const [group, user] = [uuid.parse(groupId), uuid.parse(userId)]
  await instance.call(
    anyAnswer,
    (client) =>
      memberDelete(instance, client).withParameter('groupId', group).withParameter('userId', user).go(),
    { signal },
  )
}

/** Empties a group in one request: deprecated since 1.36.0, and the one form that every version has. */
export async function deleteAllMembers(
  instance: Instance,
  groupId: string,
  signal?: AbortSignal,
): Promise<void> {
  const group = uuid.parse(groupId)
  await instance.call(
    anyAnswer,
    (client) => memberDelete(instance, client).withParameter('groupId', group).go(),
    { signal },
  )
}

/** The official client has only the forms with a body. */
function memberDelete(instance: Instance, client: FusionAuthClient) {
  return requestTo(instance, client, '/api/group/member').withMethod('DELETE')
}
