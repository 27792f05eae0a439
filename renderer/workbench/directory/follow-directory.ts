import { computed, watch } from 'vue'
import { useGroupForm } from '../../features/groups/group-form-store.ts'
import { useGroups } from '../../features/groups/groups-store.ts'
import { useInstances } from '../../features/instances/instances-store.ts'
import { useUsers } from '../../features/users/users-store.ts'
import { useLayout } from '../../shell/layout-store.ts'
import { onStudioEvent } from '../../studio.ts'

/** Keeps groups and users in step with the instance that is worked with; asks it only once they are looked at. */
export function followDirectory(): void {
  const instances = useInstances()
  const layout = useLayout()
  const groups = useGroups()
  const users = useUsers()

  /** With another address, tenant or key the same instance may show other groups and users. */
  const connection = computed(() => {
    const { current } = instances
    return current?.hasKey ? [current.id, current.url, current.tenantId ?? ''].join('\n') : undefined
  })
  const looking = computed(() => layout.activity === 'groups' || layout.activity === 'users')

  watch(
    [looking, connection],
    ([now, next], [, before]) => {
      if (next !== before) {
        useGroupForm().leave()
        groups.enter(undefined)
        users.enter(undefined)
      }
      if (!now || next === undefined) return
      groups.enter(instances.current?.id)
      users.enter(instances.current?.id)
    },
    { immediate: true },
  )
  /** With another key, or once the instance knows a new one, what failed may go through. */
  function tryAgain(): void {
    if (groups.list.failure) void groups.list.restart()
    if (users.searchFailure) void users.find(null)
  }
  onStudioEvent('instances.changed', tryAgain)
  watch(
    () => instances.isUsable(instances.current?.id),
    (now) => now && tryAgain(),
  )
}
