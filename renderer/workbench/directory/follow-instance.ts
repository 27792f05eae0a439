import { watch } from 'vue'
import { useGroupForm } from '../../features/groups/group-form-store.ts'
import { useGroups } from '../../features/groups/groups-store.ts'
import { useInstances } from '../../features/instances/instances-store.ts'
import { useUsers } from '../../features/users/users-store.ts'
import { useLayout } from '../../shell/layout-store.ts'

/** Keeps groups and users in step with the instance that is worked with; asks it only once they are looked at. */
export function followInstance(): void {
  const instances = useInstances()
  const layout = useLayout()
  const groups = useGroups()
  const users = useUsers()

  watch(
    () => [layout.activity, instances.current?.id, instances.current?.hasKey, instances.state] as const,
    ([activity, id]) => {
      if (activity === 'groups') groups.enter(id)
      if (activity === 'users' || activity === 'groups') users.enter(id)
      if (activity !== 'groups' && activity !== 'users') return
      if (instances.state === 'asking') void instances.load()
    },
    { immediate: true },
  )
  watch(
    () => instances.current?.id,
    () => useGroupForm().leave(),
  )
}
