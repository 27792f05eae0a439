import type { Group, GroupPage, groupQuery } from '../../../contract/models/directory-group.ts'
import type { z } from 'zod'
import type { Instance } from '../../instance/instance.ts'
import { nameMatcher } from '../../instance/name-matcher.ts'
import { retrieveGroups, searchGroups } from '../rest/groups.ts'

type Query = z.output<typeof groupQuery>

/**
 * A page of groups: from the server's search, or, where roles are asked for, which it cannot search by, and on
 * servers before 1.45.0, from the list of all groups.
 */
export async function listGroups(instance: Instance, query: Query): Promise<GroupPage> {
  const { startRow, numberOfResults, name, tenantId } = query
  if (query.applicationId === undefined && query.roleIds === undefined) {
    const page = await searchGroups(instance, {
      startRow,
      numberOfResults,
      orderBy: `${query.orderBy} ${query.descending ? 'DESC' : 'ASC'}`,
      ...(name !== undefined && { name }),
      ...(tenantId !== undefined && { tenantId }),
    })
    if (page) return page
  }
  return selectGroups(await retrieveGroups(instance), query)
}

/** The page that a query asks for, out of all groups. */
export function selectGroups(groups: readonly Group[], query: Query): GroupPage {
  const found = groups.filter((group) => fits(group, query)).sort(order(query))
  return { groups: found.slice(query.startRow, query.startRow + query.numberOfResults), total: found.length }
}

function fits(group: Group, { name, tenantId, applicationId, roleIds }: Query): boolean {
  if (tenantId !== undefined && group.tenantId !== tenantId) return false
  if (name !== undefined && !nameMatcher(name)(group.name)) return false
  if (applicationId !== undefined && !Object.hasOwn(group.roles, applicationId)) return false
  const given = new Set(Object.values(group.roles).flatMap((roles) => roles.map(({ id }) => id)))
  return (roleIds ?? []).every((id) => given.has(id))
}

function order({ orderBy, descending }: Query): (one: Group, other: Group) => number {
  const sign = descending ? -1 : 1
  return orderBy === 'name'
    ? (one, other) => sign * one.name.localeCompare(other.name, 'en')
    : (one, other) => sign * ((one.insertInstant ?? 0) - (other.insertInstant ?? 0))
}
