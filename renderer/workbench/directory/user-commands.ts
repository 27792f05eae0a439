import type { Command } from '../../commands/command.ts'
import { offerCommands } from '../../commands/offer-commands.ts'
import { useUsers } from '../../features/users/users-store.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'
import { onTarget } from '../on-target.ts'
import { useDirectoryDialogs, type UserSection } from './directory-dialogs-store.ts'
import { usePersonInput } from './person-input-store.ts'

const sections: Readonly<Record<UserSection, PlainMessageKey>> = {
  roles: 'command.userRoles',
  login: 'command.userLogin',
  json: 'command.userJson',
}

/** Offers what can be done with a user: with the one that a menu was opened on, else with the one that is open. */
export function offerUserCommands(): void {
  const dialogs = useDirectoryDialogs()
  const personInput = usePersonInput()
  const users = useUsers()
  const { isThere, on } = onTarget(() => users.openId)

  const showing = Object.entries(sections).map(([section, title]): Command => ({
    id: `user.show-${section}`,
    title,
    screen: 'user',
    run: () => void (dialogs.userSection = section as UserSection),
  }))

  offerCommands([
    ...showing,
    {
      id: 'user.input',
      title: 'input.use',
      icon: 'i-lucide-braces',
      enabled: isThere,
      run: on((id) => personInput.show(id)),
    },
    {
      id: 'user.read',
      title: 'command.readUser',
      icon: 'i-lucide-refresh-cw',
      enabled: () => users.openId !== undefined,
      run: () => void users.read(),
    },
  ])
}
