import { offerCommands } from '../../commands/offer-commands.ts'
import { useGroupForm } from '../../features/groups/group-form-store.ts'
import { useGroups } from '../../features/groups/groups-store.ts'
import { useInstances } from '../../features/instances/instances-store.ts'
import { useLayout } from '../../shell/layout-store.ts'

/** Offers what can be done with groups. */
export function offerDirectoryCommands(): void {
  const form = useGroupForm()
  const groups = useGroups()
  const instances = useInstances()
  const layout = useLayout()

  offerCommands([
    {
      id: 'group.new',
      title: 'command.newGroup',
      icon: 'i-lucide-users',
      enabled: () => instances.current?.hasKey === true && instances.current.protection !== 'read-only',
      run: () => {
        layout.show('groups')
        groups.enter(instances.current?.id)
        form.beginNew()
      },
    },
  ])
}
