import { useGroups } from '../../features/groups/groups-store.ts'
import { useInstances } from '../../features/instances/instances-store.ts'
import { useUsers } from '../../features/users/users-store.ts'
import type { PlaceSource } from '../../palette/places-store.ts'
import { useLayout } from '../../shell/layout-store.ts'
import { studio } from '../../studio.ts'

/** How many groups and users a search brings. */
const mostFound = 8

/** The groups of the instance that is worked with. */
export function groupPlaces(): PlaceSource {
  const groups = useGroups()
  const instances = useInstances()
  const layout = useLayout()
  return {
    id: 'groups',
    title: 'groups.title',
    find: async (text) => {
      const instance = instances.current
      if (!instance?.hasKey) return []
      const page = await studio.groups.list(instance.id, {
        name: text,
        startRow: 0,
        numberOfResults: mostFound,
      })
      return page.groups.map(({ id, name }) => ({
        id,
        label: name,
        detail: instance.name,
        icon: 'i-lucide-users',
        go: () => {
          layout.show('groups')
          groups.enter(instance.id)
          groups.show(id)
        },
      }))
    },
  }
}

/** Its users. */
export function userPlaces(): PlaceSource {
  const instances = useInstances()
  const layout = useLayout()
  const users = useUsers()
  return {
    id: 'users',
    title: 'users.title',
    find: async (text) => {
      const instance = instances.current
      if (!instance?.hasKey) return []
      const page = await studio.users.find(instance.id, { text, numberOfResults: mostFound })
      return page.users.map(({ id, name, email }) => ({
        id,
        label: name,
        ...(email !== null && email !== name && { detail: email }),
        icon: 'i-lucide-user-round',
        go: () => {
          layout.show('users')
          users.enter(instance.id)
          users.show(id)
        },
      }))
    },
  }
}
