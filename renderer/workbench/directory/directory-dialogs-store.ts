import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useGroups } from '../../features/groups/groups-store.ts'
import type { RemovalTarget } from '../../features/members/removal-target.ts'

/** What shows of a group. */
export type GroupSection = 'members' | 'facts' | 'run'

/** What shows of a user. */
export type UserSection = 'roles' | 'login' | 'json'

/** What shows of the group and the user that are open, and which dialogs about them are. */
export const useDirectoryDialogs = defineStore('directoryDialogs', () => {
  const groups = useGroups()
  const deletingGroup = ref(false)
  const addingMembers = ref(false)
  const replacingMembers = ref(false)
  /** The members that are about to be removed. */
  const removing = shallowRef<RemovalTarget>()

  // A question about one group is none about the next.
  watch(
    () => groups.detail?.group.id,
    (_now, before) => {
      if (before === undefined) return
      deletingGroup.value = addingMembers.value = replacingMembers.value = false
      removing.value = undefined
    },
  )

  return {
    groupSection: ref<GroupSection>('members'),
    userSection: ref<UserSection>('roles'),
    deletingGroup,
    addingMembers,
    replacingMembers,
    removing,
  }
})
