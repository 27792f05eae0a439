import type { EffectiveRole } from '../../../contract/models/directory-user.ts'
import type { RoleDifference, RoleTotal } from '../../../contract/models/directory-role-change.ts'
import { effectiveRoles, type ApplicationRoles, type RoleGiver, type RoleHolder } from './effective-roles.ts'

/** A user before a change, and the groups that the user is in after it. */
export interface ComparedUser extends RoleHolder {
  readonly id: string
  readonly groupIdsAfter: readonly string[]
}

type Groups = ReadonlyMap<string, RoleGiver>

/** Who gains or loses which role when memberships or the roles of groups change. */
export function compareRoles(
  users: readonly ComparedUser[],
  before: Groups,
  after: Groups,
): readonly RoleDifference[] {
  return users.flatMap((user) => differencesOf(user, before, after))
}

function differencesOf(user: ComparedUser, before: Groups, after: Groups): RoleDifference[] {
  const groupsAfter = user.groupIdsAfter.flatMap((id) => after.get(id) ?? [])
  return effectiveRoles(user, before)
    .filter(({ registered }) => registered)
    .flatMap((application) => differencesIn(user.id, application, groupsAfter))
}

function differencesIn(
  userId: string,
  { applicationId, roles }: ApplicationRoles,
  groupsAfter: readonly RoleGiver[],
): RoleDifference[] {
  const given = new Set(
    groupsAfter.flatMap((group) => (group.roles[applicationId] ?? []).map(({ name }) => name)),
  )
  const had = new Set(roles.map(({ name }) => name))
  const differences = [
    ...[...given].filter((name) => !had.has(name)).map((name) => ({ name, kind: 'gains' as const })),
    ...roles.filter(({ name }) => !given.has(name)).flatMap(lossOf),
  ]
  return differences.map(({ name, kind }) => ({ userId, applicationId, role: name, kind }))
}

/** What the registration alone holds stays, whatever happens to groups. */
function lossOf({ name, sources }: EffectiveRole): { name: string; kind: 'loses' | 'may-lose' }[] {
  const registration = sources.find((source) => source.kind === 'registration')
  if (!registration) return [{ name, kind: 'loses' }]
  return registration.certain ? [] : [{ name, kind: 'may-lose' }]
}

/** Counts differences by role. */
export function totalsOf(
  differences: readonly RoleDifference[],
  applicationNames: ReadonlyMap<string, string>,
): readonly RoleTotal[] {
  const totals = new Map<string, { -readonly [K in keyof RoleTotal]: RoleTotal[K] }>()
  const counted = { gains: 'gains', loses: 'loses', 'may-lose': 'mayLose' } as const
  for (const { applicationId, role, kind } of differences) {
    const key = JSON.stringify([applicationId, role])
    const applicationName = applicationNames.get(applicationId) ?? null
    const total = totals.get(key) ?? { applicationId, applicationName, role, gains: 0, loses: 0, mayLose: 0 }
    total[counted[kind]] += 1
    totals.set(key, total)
  }
  return [...totals.values()]
}
