import { check } from '../borders/check.ts'
import { memberRequest } from '../borders/group.ts'
import type { Call } from '../http/call.ts'
import { Faults } from '../http/refusal.ts'
import { inSight } from '../http/tenant.ts'
import type { Group } from '../world/models.ts'
import type { Joining } from '../world/memberships.ts'
import type { World } from '../world/world.ts'

interface MemberRequest {
  readonly groupIds: readonly string[]
  readonly joinings: readonly Joining[]
}

/** `add` keeps the members that a group has, `replace` takes their ids as free. */
type Purpose = 'add' | 'replace'

/** Reads and checks who is to be in which group. The codes fit FusionAuth's form; none of them is documented. */
export function readMemberRequest(call: Call, purpose: Purpose): MemberRequest {
  const { members } = check(memberRequest, call.body)
  const faults = new Faults()
  const groupIds = Object.keys(members ?? {})
  if (groupIds.length === 0) faults.field('members', 'missing', 'Name the groups and their members.')
  const taken = new TakenIds(call.world, purpose === 'replace' ? groupIds : [])
  const joinings = groupIds.flatMap((groupId) => {
    const group = inSight(call, call.world.groups.get(groupId))
    if (!group) faults.field(`members['${groupId}']`, 'invalid', `There is no group [${groupId}].`)
    return (members?.[groupId] ?? []).map((member, index) => {
      const path = `members['${groupId}'][${index}]`
      noteUser(faults, call.world, group, member.userId, path)
      noteId(faults, taken, { groupId, userId: member.userId, id: member.id }, path)
      return {
        groupId,
        userId: member.userId ?? '',
        id: member.id ?? undefined,
        data: member.data ?? undefined,
      }
    })
  })
  faults.throwIfAny()
  return { groupIds, joinings }
}

function noteUser(
  faults: Faults,
  world: World,
  group: Group | undefined,
  userId: string | null | undefined,
  path: string,
): void {
  if (!userId) {
    faults.field(`${path}.userId`, 'missing', 'A member needs the id of a user.')
    return
  }
  const user = world.users.get(userId)
  if (user && (!group || user.tenantId === group.tenantId)) return
  faults.field(`${path}.userId`, 'invalid', `There is no user [${userId}] in the tenant of the group.`)
}

interface Place {
  readonly groupId: string
  readonly userId: string | null | undefined
  readonly id: string | null | undefined
}

function noteId(faults: Faults, taken: TakenIds, { id, ...place }: Place, path: string): void {
  if (!id || taken.take(id, place)) return
  faults.field(`${path}.id`, 'duplicate', `The id [${id}] is taken.`)
}

/** The member ids that are in use, in the world and so far in the request. */
class TakenIds {
  readonly #world: World
  readonly #emptied: ReadonlySet<string>
  readonly #seen = new Set<string>()

  constructor(world: World, emptiedGroups: readonly string[]) {
    this.#world = world
    this.#emptied = new Set(emptiedGroups)
  }

  take(id: string, place: Omit<Place, 'id'>): boolean {
    const holder = this.#world.members.get(id)
    const same = holder?.groupId === place.groupId && holder.userId === place.userId
    const free = !this.#seen.has(id) && (!holder || same || this.#emptied.has(holder.groupId))
    this.#seen.add(id)
    return free
  }
}
