import type { Group, Member, Registration, User } from '../world/models.ts'
import { rolesOfGroup } from '../world/groups.ts'
import type { World } from '../world/world.ts'

interface Expansion {
  readonly registrations: boolean
  readonly memberships: boolean
}

const everything: Expansion = { registrations: true, memberships: true }

/** A user as answers have it: with memberships, and with the roles that groups give in each registration. */
export function userAnswer(world: World, user: User, expand = everything) {
  const { registrations, ...rest } = user
  const members = world.members.ofUser(user.id)
  return {
    ...rest,
    data: user.data ?? {},
    preferredLanguages: user.preferredLanguages ?? [],
    usernameStatus: 'ACTIVE' as const,
    ...(expand.memberships && { memberships: members.map(membershipAnswer) }),
    ...(expand.registrations && { registrations: registrationAnswers(world, registrations, members) }),
  }
}

function membershipAnswer({ data, groupId, id, insertInstant }: Member) {
  return { data: data ?? {}, groupId, id, insertInstant }
}

function registrationAnswers(
  world: World,
  registrations: readonly Registration[],
  members: readonly Member[],
) {
  if (registrations.length === 0) return []
  const groups = members
    .map(({ groupId }) => world.groups.get(groupId))
    .filter((group) => group !== undefined)
  const inherited = groups.flatMap((group: Group) => rolesOfGroup(world, group))
  return registrations.map((registration) => registrationAnswer(registration, inherited))
}

type Inherited = ReturnType<typeof rolesOfGroup>

function registrationAnswer(registration: Registration, inherited: Inherited) {
  const byGroup = inherited
    .filter(({ application }) => application.id === registration.applicationId)
    .map(({ role }) => role.name)
  const roles = [...new Set([...registration.roles, ...byGroup])]
  const { data, preferredLanguages } = registration
  return {
    ...registration,
    data: data ?? {},
    preferredLanguages: preferredLanguages ?? [],
    roles,
    usernameStatus: 'ACTIVE' as const,
  }
}
