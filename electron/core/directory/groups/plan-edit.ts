import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../../../contract/json.ts'
import type { EditableGroup, Group } from '../../../contract/models/directory-group.ts'
import {
  changedPlaces,
  holdsNull,
  mergePatchOf,
  pointerOf,
  valueAt,
  withPlaces,
  type PlaceChange,
} from './json-places.ts'

/**
 * How to write an edit:
 * - `patch`: name and data by merge patch, which leaves all else alone
 * - `put`: the group whole as it is now with the edit in it, because roles are replaced whole, and null in data is
 *   what a patch cannot say
 */
export type EditPlan =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict'; readonly places: readonly string[] }
  | { readonly kind: 'patch'; readonly patch: { readonly name?: string; readonly data?: JsonObject } }
  | { readonly kind: 'put'; readonly fields: EditableGroup }

/** What of a group can be edited. */
export function editableOf({ name, data, roles }: Group): EditableGroup {
  const roleIds = Object.values(roles).flatMap((list) => list.map(({ id }) => id))
  return { name, data, roleIds }
}

/** Plans an edit: `seen` is what the user started from, `now` is what the server has. */
export function planEdit(seen: EditableGroup, wanted: EditableGroup, now: EditableGroup): EditPlan {
  const places = changedPlaces(seen.data, wanted.data)
  const conflicts = [...nameConflict(seen, wanted, now), ...dataConflicts(seen, places, now)]
  if (conflicts.length > 0) return { kind: 'conflict', places: conflicts }
  const fields = {
    name: wanted.name === seen.name ? now.name : wanted.name,
    data: withPlaces(now.data, places),
    roleIds: editedRoles(seen, wanted, now),
  }
  const keepsRoles = sameSet(fields.roleIds, now.roleIds)
  const left = changedPlaces(now.data, fields.data)
  if (keepsRoles && left.length === 0 && fields.name === now.name) return { kind: 'unchanged' }
  if (!keepsRoles || left.some(({ after }) => holdsNull(after))) return { kind: 'put', fields }
  return {
    kind: 'patch',
    patch: {
      ...(fields.name !== now.name && { name: fields.name }),
      ...(left.length > 0 && { data: mergePatchOf(left) }),
    },
  }
}

function nameConflict(seen: EditableGroup, wanted: EditableGroup, now: EditableGroup): string[] {
  const mine = wanted.name !== seen.name
  return mine && now.name !== seen.name && now.name !== wanted.name ? ['name'] : []
}

function dataConflicts(seen: EditableGroup, places: readonly PlaceChange[], now: EditableGroup): string[] {
  return places
    .filter(({ path, after }) => {
      const there = valueAt(now.data, path)
      return !isDeepStrictEqual(there, valueAt(seen.data, path)) && !isDeepStrictEqual(there, after)
    })
    .map(({ path }) => pointerOf(path))
}

/** The roles that are there now, without those taken away and with those added. */
function editedRoles(seen: EditableGroup, wanted: EditableGroup, now: EditableGroup): string[] {
  const removed = new Set(seen.roleIds.filter((id) => !wanted.roleIds.includes(id)))
  const added = wanted.roleIds.filter((id) => !seen.roleIds.includes(id))
  return [...new Set([...now.roleIds.filter((id) => !removed.has(id)), ...added])]
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return isDeepStrictEqual(new Set(one), new Set(other))
}
