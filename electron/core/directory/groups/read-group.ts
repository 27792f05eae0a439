import { StudioError } from '../../../contract/errors.ts'
import type { GroupDetail } from '../../../contract/models/directory-group.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import { countMembers } from '../members/member-pages.ts'
import { retrieveChoices } from '../rest/choices.ts'
import { existingGroup } from './change-groups.ts'

/** A group with names for its ids. @throws StudioError `group-not-found` */
export async function readGroup(instance: Instance, id: string): Promise<GroupDetail> {
  const [group, { tenants, applications }, memberCount] = await Promise.all([
    existingGroup(instance, id),
    retrieveChoices(instance),
    countOrNull(instance, id),
  ])
  const named = (applications ?? []).filter((application) => Object.hasOwn(group.roles, application.id))
  return {
    group,
    applicationNames: Object.fromEntries(named.map(({ id: applicationId, name }) => [applicationId, name])),
    tenantName: tenants?.find((tenant) => tenant.id === group.tenantId)?.name ?? null,
    memberCount,
  }
}

/** Servers before 1.36.0 have no member search, and a key may lack the permission for it. */
async function countOrNull(instance: Instance, id: string): Promise<number | null> {
  try {
    return await countMembers(instance, id)
  } catch (thrown) {
    if (isStatus(thrown, 401)) return null
    if (thrown instanceof StudioError && thrown.code === 'members-not-supported') return null
    throw thrown
  }
}
