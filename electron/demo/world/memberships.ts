import type { JsonObject } from '../../contract/json.ts'
import type { Member } from './models.ts'
import type { World } from './world.ts'

/** A user to be in a group. */
export interface Joining {
  readonly groupId: string
  readonly userId: string
  readonly id: string | undefined
  readonly data: JsonObject | undefined
}

/**
 * Adds a user to a group. What FusionAuth does with one who is in it already is not documented: the membership
 * stays the same one here and takes the new data.
 */
export function join(world: World, joining: Joining): Member {
  const existing = world.members.find(joining.groupId, joining.userId)
  if (existing) return world.members.put({ ...existing, data: joining.data ?? existing.data })
  const { groupId, userId, data } = joining
  return world.members.put({
    id: joining.id ?? world.newId(),
    groupId,
    userId,
    data,
    insertInstant: world.now(),
  })
}

/** Makes these the only members of each group named; documented as the same as removing all and adding. */
export function replaceMembers(
  world: World,
  groupIds: readonly string[],
  joinings: readonly Joining[],
): Member[] {
  for (const groupId of groupIds) world.members.deleteOfGroup(groupId)
  return joinings.map((joining) => join(world, joining))
}
