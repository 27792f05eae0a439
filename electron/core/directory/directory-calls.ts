import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import {
  directoryId,
  groupDeletion,
  groupEdit,
  groupQuery,
  newGroup,
} from '../../contract/models/directory-group.ts'
import { memberQuery, memberSearchQuery } from '../../contract/models/directory-member.ts'
import { roleChange, roleChangeBound } from '../../contract/models/directory-role-change.ts'
import { userQuery } from '../../contract/models/directory-user.ts'
import { inTenant, type DirectoryPorts } from './directory-ports.ts'
import { createNewGroup, editGroup, removeGroup } from './groups/change-groups.ts'
import { listGroups } from './groups/list-groups.ts'
import { previewRoles } from './groups/preview-roles.ts'
import { readGroup } from './groups/read-group.ts'
import { connectToWrite } from './guard-write.ts'
import { listMembers } from './members/list-members.ts'
import { searchInGroup } from './members/search-members.ts'
import { findUsers } from './people/find-users.ts'
import { detailOf, readPerson } from './people/read-user.ts'
import { retrieveChoices } from './rest/choices.ts'

type Calls = Pick<CheckedApi<StudioApi>, 'groups' | 'members' | 'users'>

const instance = z.string().min(1)

/** The calls about groups, members and users. */
export function directoryCalls(ports: DirectoryPorts): Calls {
  return { groups: groupCalls(ports), members: memberCalls(ports), users: userCalls(ports) }
}

function groupCalls(ports: DirectoryPorts): Calls['groups'] {
  const { instances } = ports
  return {
    choices: checked([instance], async (id) => retrieveChoices(await instances.connect(id))),
    list: checked([instance, groupQuery], async (id, query) => {
      const connected = await instances.connect(id)
      return listGroups(inTenant(ports, connected, query.tenantId ?? null), query)
    }),
    read: checked([instance, directoryId], async (id, groupId) =>
      readGroup(await instances.connect(id), groupId),
    ),
    create: checked([instance, newGroup], async (id, group) => {
      const connected = await connectToWrite(ports, id, group.confirmation)
      return createNewGroup(inTenant(ports, connected, group.tenantId ?? null), group)
    }),
    edit: checked([instance, groupEdit], async (id, edit) =>
      editGroup(await connectToWrite(ports, id, edit.confirmation), edit),
    ),
    delete: checked([instance, groupDeletion], async (id, deletion) =>
      removeGroup(await connectToWrite(ports, id, deletion.confirmation), deletion),
    ),
    previewRoles: checked([instance, roleChange, roleChangeBound], async (id, change, bound) =>
      previewRoles(await instances.connect(id), change, bound),
    ),
  }
}

function memberCalls({ instances }: DirectoryPorts): Calls['members'] {
  return {
    list: checked([instance, memberQuery], async (id, query) =>
      listMembers(await instances.connect(id), query),
    ),
    search: checked([instance, memberSearchQuery], async (id, query) =>
      searchInGroup(await instances.connect(id), query),
    ),
  }
}

function userCalls(ports: DirectoryPorts): Calls['users'] {
  const { instances } = ports
  return {
    find: checked([instance, userQuery], async (id, query) => {
      const connected = await instances.connect(id)
      return findUsers(inTenant(ports, connected, query.tenantId ?? null), query)
    }),
    read: checked([instance, directoryId], async (id, userId) =>
      detailOf(await readPerson(await instances.connect(id), userId)),
    ),
  }
}
