import type { StudioApi } from '../../contract/api.ts'
import { StudioError } from '../../contract/errors.ts'
import { directoryId, type DirectoryApplication } from '../../contract/models/directory-group.ts'
import { suggestSimilar } from '../suggest-similar.ts'

/** The id of an application that was named by id or name. @throws StudioError `application-not-found` */
export async function findApplicationId(studio: StudioApi, instance: string, named: string): Promise<string> {
  const id = directoryId.safeParse(named)
  if (id.success) return id.data
  const applications = (await studio.groups.choices(instance)).applications ?? []
  const [only, ...others] = applications.filter(({ name }) => name.toLowerCase() === named.toLowerCase())
  if (only && others.length === 0) return only.id
  throw notOne(
    'application',
    named,
    applications.map(({ name }) => name),
  )
}

/** The ids of roles that were named by id, by name, or as application/name. @throws StudioError `role-not-found` */
export async function findRoleIds(
  studio: StudioApi,
  instance: string,
  named: readonly string[],
): Promise<readonly string[]> {
  if (named.every((name) => directoryId.safeParse(name).success)) return named.map((id) => id.toLowerCase())
  const applications = (await studio.groups.choices(instance)).applications ?? []
  return named.map((name) => roleId(applications, name))
}

function roleId(applications: readonly DirectoryApplication[], named: string): string {
  const id = directoryId.safeParse(named)
  if (id.success) return id.data
  const roles = applications.flatMap((application) =>
    application.roles.map((role) => ({
      id: role.id,
      names: [role.name, `${application.name}/${role.name}`],
    })),
  )
  const [only, ...others] = roles.filter(({ names }) => names.includes(named))
  if (only && others.length === 0) return only.id
  throw notOne(
    'role',
    named,
    roles.flatMap(({ names }) => names.slice(1)),
  )
}

function notOne(what: 'application' | 'role', named: string, known: readonly string[]): StudioError {
  const similar = suggestSimilar(named, known)
  return new StudioError({
    code: `${what}-not-found`,
    message: `There is no one ${what} ${JSON.stringify(named)}.${similar ? ` Did you mean ${similar}?` : ''}`,
    hint:
      what === 'role'
        ? 'Name a role by its id, or as application/role.'
        : 'Name an application by its id or whole name.',
  })
}
