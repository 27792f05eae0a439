import { z } from 'zod'
import { optionalId } from '../borders/fields.ts'
import { sees } from '../http/tenant.ts'
import { paging, pageOf, type Page } from '../search/criteria.ts'
import { keep } from '../search/keep.ts'
import { parseOrderBy, type Columns } from '../search/order.ts'
import { searchEndpoint } from '../search/search-endpoint.ts'
import type { Member } from '../world/models.ts'
import type { World } from '../world/world.ts'
import { SortedRows } from '../search/sorted-rows.ts'

const columns: Columns<Member> = {
  groupId: ({ groupId }) => groupId,
  id: ({ id }) => id,
  insertInstant: ({ insertInstant }) => insertInstant,
  userId: ({ userId }) => userId,
}

const criteriaSchema = z.strictObject({
  ...paging,
  groupId: optionalId,
  userId: optionalId,
  tenantId: optionalId,
})
type Criteria = z.output<typeof criteriaSchema>

/** The last big sort of each world, so that paging through a large group sorts it once. */
const sorted = new WeakMap<World, SortedRows<Member>>()

export const memberSearch = searchEndpoint({
  path: '/api/group/member/search',
  scope: 'any',
  criteria: criteriaSchema,
  run({ world, tenantId }, criteria, prefix) {
    const tenant = tenantId ?? criteria.tenantId ?? undefined
    const page = pageOf(criteria, prefix)
    const matching = select(world, tenant, criteria)
    const { rows, total } = criteria.orderBy
      ? orderedPage(world, matching, criteria, tenant, page, `${prefix}orderBy`)
      : firstPage(matching, page)
    return { members: rows.map(memberAnswer), total }
  },
})

export function memberAnswer({ data, groupId, id, insertInstant, userId }: Member) {
  return { data: data ?? {}, groupId, id, insertInstant, userId }
}

interface Selection {
  readonly rows: Iterable<Member>
  /** Known without a walk where the rows are exactly those of one index. */
  readonly total: number | undefined
}

function select(world: World, tenant: string | undefined, { groupId, userId }: Criteria): Selection {
  const owned = (member: Member): boolean => sees(tenant, world.groups.get(member.groupId)?.tenantId)
  if (groupId && userId) {
    const member = world.members.find(groupId, userId)
    return { rows: member && owned(member) ? [member] : [], total: undefined }
  }
  if (userId) return { rows: world.members.ofUser(userId).filter(owned), total: undefined }
  if (groupId) {
    if (!sees(tenant, world.groups.get(groupId)?.tenantId)) return { rows: [], total: 0 }
    return { rows: world.members.ofGroup(groupId), total: world.members.countOfGroup(groupId) }
  }
  return { rows: keep(world.members.values(), owned), total: undefined }
}

/**
 * The rows as they were added. FusionAuth documents `name ASC` as the default order, a column that members do
 * not have; the order in which they joined is what comes closest to a database's own.
 */
function firstPage(
  { rows, total }: Selection,
  { startRow, numberOfResults }: Page,
): { rows: Member[]; total: number } {
  const taken: Member[] = []
  let count = 0
  for (const member of rows) {
    if (count >= startRow && taken.length < numberOfResults) taken.push(member)
    count += 1
    if (total !== undefined && taken.length === numberOfResults) break
  }
  return { rows: taken, total: total ?? count }
}

function orderedPage(
  world: World,
  { rows }: Selection,
  criteria: Criteria,
  tenant: string | undefined,
  { startRow, numberOfResults }: Page,
  path: string,
): { rows: Member[]; total: number } {
  const compare = parseOrderBy(criteria.orderBy ?? '', columns, path)
  const known = sorted.get(world) ?? new SortedRows<Member>()
  sorted.set(world, known)
  const name = [criteria.groupId, criteria.userId, tenant, criteria.orderBy].join(' ')
  const all = known.get(name, world.members.revision, () => [...rows].sort(compare))
  return { rows: all.slice(startRow, startRow + numberOfResults), total: all.length }
}
