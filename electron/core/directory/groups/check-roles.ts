import { StudioError } from '../../../contract/errors.ts'
import type { DirectoryApplication } from '../../../contract/models/directory-group.ts'
import { say } from '../../../contract/words.ts'

/**
 * Makes sure that a group of a tenant may be given these roles; without a tenant any role will do.
 * @throws StudioError `role-unknown`, `role-of-other-tenant`
 */
export function checkRoles(
  roleIds: readonly string[],
  tenantId: string | null,
  applications: readonly DirectoryApplication[],
): void {
  const owners = new Map(
    applications.flatMap((application) => application.roles.map((role) => [role.id, { application, role }])),
  )
  for (const id of roleIds) {
    const owner = owners.get(id)
    if (!owner) throw roleUnknown(id)
    const { application, role } = owner
    if (tenantId !== null && application.tenantId !== null && application.tenantId !== tenantId) {
      throw otherTenant(role.name, application.name)
    }
  }
}

function roleUnknown(id: string): StudioError {
  return new StudioError({
    code: 'role-unknown',
    message: say`No application has a role with the id ${id}.`,
    hint: 'Take the id of a role from its application; the role may have been deleted meanwhile.',
  })
}

function otherTenant(role: string, application: string): StudioError {
  return new StudioError({
    code: 'role-of-other-tenant',
    message: say`The role ${role} belongs to ${application}, an application of another tenant than the group's.`,
    hint: 'A group can only give roles of applications in its own tenant.',
  })
}
