import type { Member } from '../../../electron/contract/models/directory-member.ts'
import { offerCommands } from '../../commands/offer-commands.ts'
import { useInstances } from '../../features/instances/instances-store.ts'
import { useMemberJob } from '../../features/members/member-job-store.ts'
import { useMembers } from '../../features/members/members-store.ts'
import { useDirectoryDialogs } from './directory-dialogs-store.ts'
import { usePersonInput } from './person-input-store.ts'
import { showUser } from './show-places.ts'

/** Offers what can be done with the members of the group that is open. */
export function offerMembershipCommands(): void {
  const dialogs = useDirectoryDialogs()
  const instances = useInstances()
  const job = useMemberJob()
  const members = useMembers()
  const isWritable = (): boolean => instances.current?.protection !== 'read-only' && !job.running

  offerCommands([
    {
      id: 'member.add',
      title: 'members.add',
      icon: 'i-lucide-user-plus',
      screen: 'members',
      keys: 'Alt+Shift+N',
      enabled: isWritable,
      run: () => void (dialogs.addingMembers = true),
    },
    {
      id: 'member.replace',
      title: 'members.replace',
      icon: 'i-lucide-replace',
      screen: 'members',
      enabled: isWritable,
      run: () => void (dialogs.replacingMembers = true),
    },
    {
      id: 'member.removeAll',
      title: 'members.removeAll',
      icon: 'i-lucide-user-minus',
      screen: 'members',
      enabled: () => isWritable() && members.list.total !== 0,
      run: () => void (dialogs.removing = { kind: 'all', count: members.list.total ?? 0 }),
    },
    {
      id: 'member.refresh',
      title: 'members.refresh',
      icon: 'i-lucide-refresh-cw',
      screen: 'members',
      keys: 'Alt+R',
      run: () => void members.refresh(),
    },
    {
      id: 'member.sort',
      title: 'command.sortMembers',
      icon: 'i-lucide-arrow-up-down',
      screen: 'members',
      run: () => void members.sort(!members.newestFirst),
    },
    {
      id: 'member.clearSearch',
      title: 'members.clearSearch',
      icon: 'i-lucide-search-x',
      screen: 'members',
      enabled: () => members.text !== '',
      run: () => members.search(''),
    },
    {
      id: 'member.findMore',
      title: 'command.findMoreMembers',
      icon: 'i-lucide-search',
      screen: 'members',
      enabled: () => members.found !== undefined && members.next !== null,
      run: () => void members.findMore(),
    },
    {
      id: 'member.unselect',
      title: 'command.unselectMembers',
      icon: 'i-lucide-list-x',
      screen: 'members',
      enabled: () => members.selected.size > 0,
      run: () => members.selected.clear(),
    },
    {
      id: 'member.cancel',
      title: 'command.cancelMembers',
      icon: 'i-lucide-square',
      enabled: () => job.running,
      run: () => void job.cancel(),
    },
    {
      id: 'member.dismissResults',
      title: 'command.closeMemberResults',
      icon: 'i-lucide-x',
      enabled: () => job.ended,
      run: job.dismiss,
    },
  ])
}

/** Offers what can be done with a member: with the one that is named, else with those that are selected. */
export function offerMemberCommands(): void {
  const dialogs = useDirectoryDialogs()
  const instances = useInstances()
  const job = useMemberJob()
  const members = useMembers()
  const personInput = usePersonInput()

  const meant = (target?: string): readonly Member[] => {
    if (target === undefined) return [...members.selected.values()]
    const named = members.find(target)
    return named ? [named] : []
  }
  const isOne = (target?: string): boolean => meant(target).length === 1
  const onOne =
    (act: (member: Member) => unknown) =>
    (target?: string): void => {
      const [one] = meant(target)
      if (one) act(one)
    }

  offerCommands([
    {
      id: 'member.user',
      title: 'members.showUser',
      icon: 'i-lucide-user-round',
      screen: 'members',
      enabled: isOne,
      run: onOne(({ userId }) => showUser(userId)),
    },
    {
      id: 'member.input',
      title: 'input.use',
      icon: 'i-lucide-braces',
      screen: 'members',
      enabled: isOne,
      run: onOne(({ userId }) => personInput.show(userId)),
    },
    {
      id: 'member.select',
      title: 'command.selectMember',
      icon: 'i-lucide-square-check',
      screen: 'members',
      enabled: (target) => target !== undefined && isOne(target),
      run: onOne(members.toggle),
    },
    {
      id: 'member.remove',
      title: 'members.remove',
      icon: 'i-lucide-user-minus',
      screen: 'members',
      enabled: (target) =>
        instances.current?.protection !== 'read-only' && !job.running && meant(target).length > 0,
      run: (target) => void (dialogs.removing = { kind: 'members', members: [...meant(target)] }),
    },
  ])
}
