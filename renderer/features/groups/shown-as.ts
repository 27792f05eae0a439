import type {
  ApplicationRole,
  DirectoryApplication,
  EditableGroup,
  GroupDetail,
} from '../../../electron/contract/models/directory-group.ts'

/** A group as it will be once an edit is written: shown at once, before the server has answered. */
export function shownAs(
  detail: GroupDetail,
  { name, data, roleIds }: EditableGroup,
  applications: readonly DirectoryApplication[],
): GroupDetail {
  const known = new Set(applications.map(({ id }) => id))
  const unreadable = Object.entries(detail.group.roles).filter(([id]) => !known.has(id))
  const given = applications.map(
    ({ id, roles }) => [id, roles.filter((role) => roleIds.includes(role.id))] as const,
  )
  const roles: Record<string, readonly ApplicationRole[]> = Object.fromEntries([
    ...unreadable,
    ...given.filter(([, list]) => list.length > 0),
  ])
  const names = applications.map((application) => [application.id, application.name] as const)
  return {
    ...detail,
    group: { ...detail.group, name, data, roles },
    applicationNames: { ...detail.applicationNames, ...Object.fromEntries(names) },
  }
}
