import colors from 'picocolors'
import type { Group, GroupDetail } from '../../contract/models/directory-group.ts'
import type { RoleChangePreview } from '../../contract/models/directory-role-change.ts'

/** Groups, one on each line. */
export function groupListText(groups: readonly Group[], total: number): string {
  if (total === 0) return 'No groups.'
  const lines = groups.map(({ id, name, roles }) => {
    const count = Object.values(roles).flat().length
    return `${colors.cyan(id)}  ${name}  ${colors.dim(count === 1 ? '1 role' : `${count} roles`)}`
  })
  return [...lines, ...(groups.length < total ? [colors.dim(`${groups.length} of ${total}`)] : [])].join('\n')
}

/** One group with its roles by application. */
export function groupText({ group, applicationNames, tenantName, memberCount }: GroupDetail): string {
  const roles = Object.entries(group.roles).map(
    ([id, list]) => `  ${applicationNames[id] ?? id}: ${list.map(({ name }) => name).join(', ')}`,
  )
  return [
    colors.bold(group.name),
    `id       ${group.id}`,
    ...(group.tenantId === null ? [] : [`tenant   ${tenantName ?? group.tenantId}`]),
    ...(memberCount === null ? [] : [`members  ${memberCount}`]),
    ...(group.insertInstant === null ? [] : [`made     ${new Date(group.insertInstant).toLocaleString()}`]),
    ...(roles.length === 0 ? ['roles    none'] : ['roles', ...roles]),
    `data     ${JSON.stringify(group.data)}`,
    ...(group.unread
      ? [colors.yellow(`unread   ${group.unread.join(', ')}: in a form that is not known`)]
      : []),
  ].join('\n')
}

/** What a change does to the roles of users. */
export function previewText({ concerned, examined, totals }: RoleChangePreview): string {
  const bound = examined < concerned ? ` of the first ${examined}` : ''
  const lines = totals.map(({ applicationName, applicationId, role, gains, loses, mayLose }) => {
    const parts = [
      ...(gains > 0 ? [`${gains} gain it`] : []),
      ...(loses > 0 ? [`${loses} lose it`] : []),
      ...(mayLose > 0 ? [`${mayLose} lose it unless their registration has it too`] : []),
    ]
    return `  ${applicationName ?? applicationId}/${role}: ${parts.join(', ')}`
  })
  const people = concerned === 1 ? '1 user is' : `${concerned} users are`
  return [
    `${people} concerned${lines.length === 0 ? '; no role comes or goes.' : `${bound}:`}`,
    ...lines,
  ].join('\n')
}
