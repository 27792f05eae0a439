import type { GroupQuery } from '../../../electron/contract/models/directory-group.ts'

/** Which groups the list shows; an empty text or list does not matter. */
export interface GroupFilter {
  readonly name: string
  readonly tenantId: string
  readonly applicationId: string
  readonly roleIds: readonly string[]
}

export const everyGroup: GroupFilter = { name: '', tenantId: '', applicationId: '', roleIds: [] }

/** What to ask the studio for. */
export function queryOf({ name, tenantId, applicationId, roleIds }: GroupFilter): GroupQuery {
  return {
    ...(name.trim() !== '' && { name: name.trim() }),
    ...(tenantId !== '' && { tenantId }),
    ...(applicationId !== '' && { applicationId }),
    ...(roleIds.length > 0 && { roleIds: [...roleIds] }),
  }
}

/** Whether some groups may be left out. */
export const isNarrowed = (filter: GroupFilter): boolean =>
  filter.name.trim() !== '' || countChoices(filter) > 0

/** How many of the choices beside the name are made. */
export function countChoices({ tenantId, applicationId, roleIds }: GroupFilter): number {
  return [tenantId !== '', applicationId !== '', roleIds.length > 0].filter(Boolean).length
}
