import type { z } from 'zod'
import { StudioError } from '../../../contract/errors.ts'
import type { Group, GroupEditOutcome, GroupPart } from '../../../contract/models/directory-group.ts'
import type { groupDeletion, groupEdit, newGroup } from '../../../contract/models/directory-group.ts'
import { hintOf, messageOf, say, type Worded } from '../../../contract/words.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import { groupNotFound } from '../failures.ts'
import { retrieveApplications } from '../rest/choices.ts'
import { createGroup, deleteGroup, patchGroup, putGroup, retrieveGroup } from '../rest/groups.ts'
import { checkRoles } from './check-roles.ts'
import { editableOf, planEdit, type EditPlan } from './plan-edit.ts'

/** An instance as a write needs it. */
export interface WrittenInstance {
  readonly instance: Instance
  /** The same, its requests scoped to no tenant: tells roles of other tenants from those that nobody has. */
  readonly everywhere: Instance
}

/** Creates a group. @throws StudioError `role-unknown`, `role-of-other-tenant`, `group-refused` */
export async function createNewGroup(
  { instance, everywhere }: WrittenInstance,
  group: z.output<typeof newGroup>,
): Promise<Group> {
  const { id = null, name, data, roleIds } = group
  await checkNewRoles(everywhere, roleIds, instance.connection.tenantId)
  return refusedAs(say`The group was not created`, () => createGroup(instance, id, { name, data, roleIds }))
}

/**
 * Writes the difference of an edit.
 * @throws StudioError `group-not-found`, `group-refused`, `group-unreadable`, as `createNewGroup`
 */
export async function editGroup(
  { instance, everywhere }: WrittenInstance,
  { groupId, seen, wanted }: z.output<typeof groupEdit>,
): Promise<GroupEditOutcome> {
  const group = await existingGroup(instance, groupId)
  const now = editableOf(group)
  const plan = planEdit(seen, wanted, now)
  if (plan.kind === 'unchanged') return { kind: 'unchanged', group }
  if (plan.kind === 'conflict') return { kind: 'conflict', group, places: plan.places }
  refuseUnread(group, plan)
  if (plan.kind === 'put') {
    const added = plan.fields.roleIds.filter((id) => !now.roleIds.includes(id))
    await checkNewRoles(everywhere, added, group.tenantId)
  }
  const saved = await refusedAs(say`The group was not changed`, () => write(instance, group, plan))
  return { kind: 'saved', group: saved }
}

/** A PUT writes every part, a patch those that it names; what could not be read would be lost. */
function refuseUnread({ unread = [] }: Group, plan: Extract<EditPlan, { kind: 'patch' | 'put' }>): void {
  const lost = unread.filter((part) => plan.kind === 'put' || Object.hasOwn(plan.patch, part))
  if (lost.length === 0) return
  const parts = lost.map((part) => partWords[part]).reduce((before, part) => say`${before}, ${part}`)
  throw new StudioError({
    code: 'group-unreadable',
    message: say`The group was not changed: the server answers it in a form that the studio does not know (${parts}), and this change would drop that.`,
    hint: 'What the studio can read may be changed alone, name and data without null; change the rest in the administration pages.',
  })
}

const partWords: Readonly<Record<GroupPart, Worded>> = {
  name: say`name`,
  data: say`data`,
  roles: say`roles`,
}

async function write(
  instance: Instance,
  group: Group,
  plan: Extract<EditPlan, { kind: 'patch' | 'put' }>,
): Promise<Group> {
  const { id } = group
  try {
    if (plan.kind === 'put') return await putGroup(instance, id, plan.fields)
    return await patchGroup(instance, id, plan.patch)
  } catch (thrown) {
    if (isStatus(thrown, 404)) throw groupNotFound(id)
    throw thrown
  }
}

/** @throws StudioError `group-not-found` */
export async function removeGroup(
  instance: Instance,
  { groupId }: z.output<typeof groupDeletion>,
): Promise<void> {
  try {
    await deleteGroup(instance, groupId)
  } catch (thrown) {
    if (isStatus(thrown, 404)) throw groupNotFound(groupId)
    throw thrown
  }
}

/** @throws StudioError `group-not-found` */
export async function existingGroup(instance: Instance, id: string, signal?: AbortSignal): Promise<Group> {
  const group = await retrieveGroup(instance, id, signal)
  if (group) return group
  throw groupNotFound(id)
}

async function checkNewRoles(
  instance: Instance,
  roleIds: readonly string[],
  tenantId: string | null,
): Promise<void> {
  if (roleIds.length === 0) return
  const applications = await retrieveApplications(instance)
  // A key that may not read applications leaves the check to the server.
  if (applications) checkRoles(roleIds, tenantId, applications)
}

/** Runs a write; a refusal of its content is told as such, and no longer as a failure of the instance. */
async function refusedAs<T>(what: Worded, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    if (!isStatus(thrown, 400) || !(thrown instanceof StudioError) || thrown.code.startsWith('key-'))
      throw thrown
    throw new StudioError(
      { code: 'group-refused', message: say`${what}: ${messageOf(thrown)}`, hint: hintOf(thrown) },
      { cause: thrown },
    )
  }
}
