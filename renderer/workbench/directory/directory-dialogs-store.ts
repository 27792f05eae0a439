import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { RemovalTarget } from '../../features/members/removal-target.ts'

/** What shows of a group. */
export type GroupSection = 'members' | 'facts' | 'run'

/** What shows of a user. */
export type UserSection = 'roles' | 'login' | 'json'

/** What shows of the group and the user that are open, and which dialogs about them are. */
export const useDirectoryDialogs = defineStore('directoryDialogs', () => ({
  groupSection: ref<GroupSection>('members'),
  userSection: ref<UserSection>('roles'),
  deletingGroup: ref(false),
  addingMembers: ref(false),
  replacingMembers: ref(false),
  /** The members that are about to be removed. */
  removing: shallowRef<RemovalTarget>(),
}))
