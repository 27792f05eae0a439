import type { Command } from '../../commands/command.ts'
import { offerCommands } from '../../commands/offer-commands.ts'
import { useGroupForm } from '../../features/groups/group-form-store.ts'
import { countChoices, everyGroup } from '../../features/groups/group-filter.ts'
import { useGroups } from '../../features/groups/groups-store.ts'
import { useInstances } from '../../features/instances/instances-store.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'
import { useForms } from '../../forms/forms-store.ts'
import { useLayout } from '../../shell/layout-store.ts'
import { onTarget } from '../on-target.ts'
import { until } from '../until.ts'
import { useDirectoryDialogs, type GroupSection } from './directory-dialogs-store.ts'

const sections: Readonly<Record<GroupSection, { title: PlainMessageKey; icon: string }>> = {
  members: { title: 'command.groupMembers', icon: 'i-lucide-users' },
  facts: { title: 'command.groupFacts', icon: 'i-lucide-info' },
  run: { title: 'command.groupRun', icon: 'i-lucide-play' },
}

/** Offers what can be done with a group: with the one that a menu was opened on, else with the one that is open. */
export function offerGroupCommands(): void {
  const dialogs = useDirectoryDialogs()
  const form = useGroupForm()
  const forms = useForms()
  const groups = useGroups()
  const instances = useInstances()
  const layout = useLayout()

  const { isThere, on } = onTarget(() => groups.openId)
  const isWritable = (): boolean =>
    instances.current?.hasKey === true && instances.current.protection !== 'read-only'
  /** What is done with a group needs all of it: it is opened, and read, first. */
  const onDetail = (act: () => unknown): ((target?: string) => void) =>
    on(async (id) => {
      layout.show('groups')
      if (groups.openId !== id) groups.show(id)
      await until(
        () => groups.detail?.group.id === id || groups.failure !== undefined || groups.openId !== id,
      )
      if (groups.detail?.group.id === id) await act()
    })

  async function makeNew(): Promise<void> {
    if (!(await forms.mayLeave('directory'))) return
    layout.show('groups')
    groups.enter(instances.current?.id)
    form.beginNew()
  }

  async function edit(): Promise<void> {
    if (await forms.mayLeave('directory')) form.beginEdit()
  }

  const showing = Object.entries(sections).map(([section, look]): Command => ({
    id: `group.show-${section}`,
    ...look,
    enabled: isThere,
    run: onDetail(() => (dialogs.groupSection = section as GroupSection)),
  }))

  offerCommands([
    ...showing,
    {
      id: 'group.new',
      title: 'command.newGroup',
      icon: 'i-lucide-plus',
      enabled: isWritable,
      run: () => void makeNew(),
    },
    {
      id: 'group.edit',
      title: 'command.editGroup',
      icon: 'i-lucide-pencil',
      enabled: (target) => isWritable() && isThere(target),
      run: onDetail(edit),
    },
    {
      id: 'group.delete',
      title: 'command.deleteGroup',
      icon: 'i-lucide-trash-2',
      enabled: (target) => isWritable() && isThere(target),
      run: onDetail(() => (dialogs.deletingGroup = true)),
    },
    {
      id: 'group.read',
      title: 'command.readGroup',
      icon: 'i-lucide-refresh-cw',
      enabled: () => groups.openId !== undefined,
      run: () => void groups.read(),
    },
    {
      id: 'group.clearFilter',
      title: 'command.everyGroup',
      icon: 'i-lucide-list-filter',
      enabled: () => countChoices(groups.filter) > 0,
      run: () => void (groups.filter = { ...everyGroup, name: groups.filter.name }),
    },
  ])
}
