import type { EffectiveRole, RoleSource } from '../../../contract/models/directory-user.ts'

/** What decides about a user's roles. */
export interface RoleHolder {
  readonly registrations: readonly { readonly applicationId: string; readonly roles: readonly string[] }[]
  readonly memberships: readonly { readonly groupId: string }[]
}

/** What of a group gives roles: their names by application id. */
export interface RoleGiver {
  readonly id: string
  readonly name: string
  readonly roles: Readonly<Record<string, readonly { readonly name: string }[]>>
}

/** A user's roles in one application. */
export interface ApplicationRoles {
  readonly applicationId: string
  readonly registered: boolean
  /** Roles that tokens carry; none without a registration (documented under "Add Users to a Group"). */
  readonly roles: readonly EffectiveRole[]
  /** Roles that groups would give with a registration. */
  readonly withheld: readonly EffectiveRole[]
}

/**
 * A user's roles in every application that a registration or a group of the user's is about, with where each comes
 * from. Groups that are not among `groups` count as giving none.
 */
export function effectiveRoles(
  holder: RoleHolder,
  groups: ReadonlyMap<string, RoleGiver>,
): readonly ApplicationRoles[] {
  const own = holder.memberships.flatMap(({ groupId }) => groups.get(groupId) ?? [])
  const registered = new Map(holder.registrations.map(({ applicationId, roles }) => [applicationId, roles]))
  const isCertain = !answersTogether(registered, own)
  const applications = new Set([...registered.keys(), ...own.flatMap(({ roles }) => Object.keys(roles))])
  return [...applications].map((applicationId) => {
    const given = givenRoles(own, applicationId)
    const answered = registered.get(applicationId)
    return answered
      ? { applicationId, registered: true, roles: merged(answered, given, isCertain), withheld: [] }
      : { applicationId, registered: false, roles: [], withheld: rolesOf(given) }
  })
}

/**
 * Whether the server answers a registration's roles together with those of groups. Where one role of a group is
 * missing in its registration, it does not, and what registrations hold is certain.
 */
function answersTogether(
  registered: ReadonlyMap<string, readonly string[]>,
  groups: readonly RoleGiver[],
): boolean {
  return groups.every(({ roles }) =>
    Object.entries(roles).every(([applicationId, given]) => {
      const answered = registered.get(applicationId)
      return !answered || given.every(({ name }) => answered.includes(name))
    }),
  )
}

type Given = ReadonlyMap<string, readonly RoleSource[]>

function givenRoles(groups: readonly RoleGiver[], applicationId: string): Given {
  const given = new Map<string, RoleSource[]>()
  for (const { id, name, roles } of groups) {
    for (const role of ownRoles(roles, applicationId)) {
      const sources = given.get(role.name) ?? []
      if (!sources.some((source) => source.kind === 'group' && source.groupId === id))
        sources.push({ kind: 'group', groupId: id, groupName: name })
      given.set(role.name, sources)
    }
  }
  return given
}

function ownRoles(roles: RoleGiver['roles'], applicationId: string) {
  return Object.hasOwn(roles, applicationId) ? (roles[applicationId] ?? []) : []
}

function merged(answered: readonly string[], given: Given, isCertain: boolean): readonly EffectiveRole[] {
  const names = [...new Set([...answered, ...given.keys()])]
  return names.map((name) => {
    const groups = given.get(name) ?? []
    if (!answered.includes(name)) return { name, sources: groups }
    const registration = { kind: 'registration', certain: isCertain || groups.length === 0 } as const
    return { name, sources: [registration, ...groups] }
  })
}

function rolesOf(given: Given): readonly EffectiveRole[] {
  return [...given].map(([name, sources]) => ({ name, sources }))
}
