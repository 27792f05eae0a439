import type { GroupRequest } from '@fusionauth/typescript-client'
import type { JsonObject } from '../../../contract/json.ts'
import type { Group } from '../../../contract/models/directory-group.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import { anyAnswer, groupAnswer, groupsAnswer } from './answers.ts'
import { requestTo } from './request.ts'

/** What a request sets of a group. */
export interface GroupFields {
  readonly name: string
  readonly data: JsonObject
  readonly roleIds: readonly string[]
}

/** Criteria of FusionAuth's group search. */
export interface GroupCriteria {
  readonly name?: string
  readonly tenantId?: string
  readonly startRow: number
  readonly numberOfResults: number
  readonly orderBy: string
}

/** Every group that the key may see, in one request. */
export async function retrieveGroups(instance: Instance): Promise<readonly Group[]> {
  return (await instance.call(groupsAnswer, (client) => client.retrieveGroups())).groups
}

/** A page of groups; null on servers before 1.45.0, which have no search. */
export async function searchGroups(
  instance: Instance,
  search: GroupCriteria,
): Promise<{ readonly groups: readonly Group[]; readonly total: number } | null> {
  try {
    const answer = await instance.call(groupsAnswer, (client) => client.searchGroups({ search }))
    return { groups: answer.groups, total: answer.total ?? answer.groups.length }
  } catch (thrown) {
    if (isStatus(thrown, 404, 405)) return null
    throw thrown
  }
}

/** One group; null where there is none that the key may see. */
export async function retrieveGroup(
  instance: Instance,
  id: string,
  signal?: AbortSignal,
): Promise<Group | null> {
  try {
    return (await instance.call(groupAnswer, (client) => client.retrieveGroup(id), { signal })).group
  } catch (thrown) {
    if (isStatus(thrown, 404)) return null
    throw thrown
  }
}

/** Creates a group; without an id the server makes one. */
export async function createGroup(
  instance: Instance,
  id: string | null,
  fields: GroupFields,
): Promise<Group> {
  const request = requestOf(fields)
  const answer = await instance.call(groupAnswer, (client) =>
    id === null
      ? requestTo(instance, client, '/api/group').withJSONBody(request).withMethod('POST').go()
      : client.createGroup(id, request),
  )
  return answer.group
}

/** Replaces a group whole, its roles too. */
export async function putGroup(instance: Instance, id: string, fields: GroupFields): Promise<Group> {
  const request = requestOf(fields)
  return (await instance.call(groupAnswer, (client) => client.updateGroup(id, request))).group
}

/** Merges a patch into a group (RFC 7396): lists are replaced, null removes. Since 1.39.0. */
export async function patchGroup(
  instance: Instance,
  id: string,
  patch: { readonly name?: string; readonly data?: JsonObject },
): Promise<Group> {
  const request = { group: patch } as GroupRequest
  const answer = await instance.call(groupAnswer, (client) => client.patchGroup(id, request), {
    patch: 'application/merge-patch+json',
  })
  return answer.group
}

export async function deleteGroup(instance: Instance, id: string): Promise<void> {
  await instance.call(anyAnswer, (client) => client.deleteGroup(id))
}

function requestOf({ name, data, roleIds }: GroupFields): GroupRequest {
  return { group: { name, data }, roleIds: [...roleIds] }
}
