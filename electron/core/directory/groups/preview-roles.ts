import type { z } from 'zod'
import { StudioError } from '../../../contract/errors.ts'
import type {
  ApplicationRole,
  DirectoryApplication,
  Group,
} from '../../../contract/models/directory-group.ts'
import type { roleChange, RoleChangePreview } from '../../../contract/models/directory-role-change.ts'
import type { Instance } from '../../instance/instance.ts'
import { groupNotFound } from '../failures.ts'
import { readMembers } from '../members/member-pages.ts'
import { compareRoles, totalsOf } from '../people/compare-roles.ts'
import { summaryOf } from '../people/summary.ts'
import type { Person } from '../rest/answers.ts'
import { retrieveApplications } from '../rest/choices.ts'
import { retrieveGroups } from '../rest/groups.ts'
import { usersByIds } from '../rest/users.ts'
import { checkRoles } from './check-roles.ts'

type Change = z.output<typeof roleChange>

/** Finds out who would gain or lose which role; looks at the first `bound` users that the change is about. */
export async function previewRoles(
  instance: Instance,
  change: Change,
  bound: number,
): Promise<RoleChangePreview> {
  const [groups, applications, concerned] = await Promise.all([
    retrieveGroups(instance),
    retrieveApplications(instance),
    concernedUsers(instance, change, bound),
  ])
  const before = new Map(groups.map((group) => [group.id, group]))
  const after = groupsAfter(before, change, applications)
  const people = await usersByIds(instance, concerned.userIds, ['registrations', 'memberships'])
  const idsAfter = groupIdsAfter(change)
  const compared = [...people.values()].map((person) => ({ ...person, groupIdsAfter: idsAfter(person) }))
  const differences = compareRoles(compared, before, after)
  const names = new Map((applications ?? []).map(({ id, name }) => [id, name]))
  const concernedIds = new Set(differences.map(({ userId }) => userId))
  return {
    concerned: concerned.total,
    examined: people.size,
    differences,
    totals: totalsOf(differences, names),
    users: Object.fromEntries(
      [...people.values()]
        .filter(({ id }) => concernedIds.has(id))
        .map((person) => [person.id, summaryOf(person)]),
    ),
  }
}

interface Concerned {
  readonly userIds: readonly string[]
  readonly total: number
}

async function concernedUsers(instance: Instance, change: Change, bound: number): Promise<Concerned> {
  if (change.kind === 'add-members' || change.kind === 'remove-members') {
    const userIds = [...new Set(change.userIds)]
    return { userIds: userIds.slice(0, bound), total: userIds.length }
  }
  const { members, total } = await readMembers(instance, change.groupId, { bound })
  const now = members.map(({ userId }) => userId)
  if (change.kind !== 'replace-members') return { userIds: now, total }
  const all = new Set([...now, ...change.userIds])
  return { userIds: [...all].slice(0, bound), total: all.size - now.length + total }
}

type Groups = ReadonlyMap<string, Group>

function groupsAfter(
  before: Groups,
  change: Change,
  applications: readonly DirectoryApplication[] | null,
): Groups {
  const group = before.get(change.groupId)
  if (!group) throw groupNotFound(change.groupId)
  const others = [...before].filter(([id]) => id !== group.id)
  if (change.kind === 'delete-group') return new Map(others)
  if (change.kind !== 'group-roles') return before
  if (!applications) throw rolesUnreadable
  checkRoles(change.roleIds, group.tenantId, applications)
  return new Map([
    ...others,
    [group.id, { ...group, roles: rolesByApplication(change.roleIds, applications) }],
  ])
}

function rolesByApplication(
  roleIds: readonly string[],
  applications: readonly DirectoryApplication[],
): Record<string, readonly ApplicationRole[]> {
  const given = applications.map(
    ({ id, roles }) => [id, roles.filter((role) => roleIds.includes(role.id))] as const,
  )
  return Object.fromEntries(given.filter(([, roles]) => roles.length > 0))
}

/** In which groups a user is after the change. */
function groupIdsAfter(change: Change): (person: Person) => readonly string[] {
  const staying = stays(change)
  return ({ id, memberships }) => {
    const groupIds = memberships.map(({ groupId }) => groupId)
    if (change.kind === 'group-roles') return groupIds
    const without = groupIds.filter((groupId) => groupId !== change.groupId)
    return staying(id) ? [...without, change.groupId] : without
  }
}

/** Which of the users that the change is about are members of the group after it. */
function stays(change: Change): (userId: string) => boolean {
  if (change.kind === 'add-members') return () => true
  if (change.kind !== 'replace-members') return () => false
  const wanted = new Set(change.userIds)
  return (userId) => wanted.has(userId)
}

const rolesUnreadable = new StudioError({
  code: 'key-lacks-applications',
  message: 'The API key may not read applications, so the names of the roles are not known.',
  hint: 'Give the key GET on /api/application.',
})
