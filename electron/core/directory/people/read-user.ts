import type { DirectoryApplication, Group } from '../../../contract/models/directory-group.ts'
import type { UserApplication, UserDetail } from '../../../contract/models/directory-user.ts'
import { isJsonObject, type JsonObject } from '../../../contract/json.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import { userNotFound } from '../failures.ts'
import type { Person } from '../rest/answers.ts'
import { retrieveApplications } from '../rest/choices.ts'
import { retrieveGroups } from '../rest/groups.ts'
import { userById } from '../rest/users.ts'
import { effectiveRoles } from './effective-roles.ts'
import { summaryOf } from './summary.ts'
import { withoutSecrets } from './without-secrets.ts'

/** A user and all that decides about roles, as they were read. */
export interface PersonInContext {
  readonly person: Person
  readonly groups: ReadonlyMap<string, Group>
  readonly applications: readonly DirectoryApplication[] | null
}

/** @throws StudioError `user-not-found` */
export async function readPerson(instance: Instance, userId: string): Promise<PersonInContext> {
  const [person, groups, applications] = await Promise.all([
    userById(instance, userId),
    groupsOrNone(instance),
    retrieveApplications(instance),
  ])
  if (!person) throw userNotFound(userId)
  return { person, groups, applications }
}

/** Groups by id; none where the key may not read them. */
export async function groupsOrNone(instance: Instance): Promise<ReadonlyMap<string, Group>> {
  try {
    return new Map((await retrieveGroups(instance)).map((group) => [group.id, group]))
  } catch (thrown) {
    if (isStatus(thrown, 401)) return new Map()
    throw thrown
  }
}

/** What screens show of a user. */
export function detailOf({ person, groups, applications }: PersonInContext): UserDetail {
  const names = new Map((applications ?? []).map(({ id, name }) => [id, name]))
  return {
    summary: summaryOf(person),
    user: withoutSecrets(person.raw),
    applications: effectiveRoles(person, groups).map(
      ({ applicationId, roles, withheld }): UserApplication => ({
        applicationId,
        applicationName: names.get(applicationId) ?? null,
        registration: registrationOf(person, applicationId),
        roles,
        withheld,
      }),
    ),
    memberships: person.memberships.map((membership) => ({
      ...membership,
      groupName: groups.get(membership.groupId)?.name ?? null,
    })),
  }
}

/** A user's registration as it came, without secrets; null where there is none. */
export function registrationOf({ raw }: Person, applicationId: string): JsonObject | null {
  const { registrations } = raw
  const list = Array.isArray(registrations) ? registrations.filter(isJsonObject) : []
  const found = list.find((each) => {
    const id = each['applicationId']
    return typeof id === 'string' && id.toLowerCase() === applicationId
  })
  return found ? withoutSecrets(found) : null
}
