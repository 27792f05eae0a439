import { useGroups } from '../../features/groups/groups-store.ts'
import { useUsers } from '../../features/users/users-store.ts'
import { useLayout } from '../../shell/layout-store.ts'

/** Goes to a user's page. */
export function showUser(userId: string): void {
  useLayout().show('users')
  useUsers().show(userId)
}

/** Goes to a group's page. */
export function showGroup(groupId: string): void {
  useLayout().show('groups')
  useGroups().show(groupId)
}
