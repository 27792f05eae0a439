import type { PlainMessageKey } from '../../messages/translate.ts'
import type { Choice } from './plan-entries.ts'
import type { EntrySection } from './sync-store.ts'

/** What a command that is about one lambda of the plan looks like. */
interface ActionLook {
  readonly title: PlainMessageKey
  readonly icon: string
}

/** What can be shown of a lambda of the plan. */
export const sectionLooks: Readonly<Record<EntrySection, ActionLook>> = {
  difference: { title: 'command.showDifference', icon: 'i-lucide-diff' },
  merge: { title: 'command.showMerge', icon: 'i-lucide-git-merge' },
  usage: { title: 'command.showUsage', icon: 'i-lucide-waypoints' },
}

/** What can be chosen for a lambda of the plan. */
export const choiceLooks: Readonly<Record<Choice, ActionLook>> = {
  push: { title: 'command.choosePush', icon: 'i-lucide-arrow-up' },
  pull: { title: 'command.choosePull', icon: 'i-lucide-arrow-down' },
  merge: { title: 'command.chooseMerge', icon: 'i-lucide-combine' },
  link: { title: 'command.chooseLink', icon: 'i-lucide-link' },
  'delete-remote': { title: 'command.chooseDeleteThere', icon: 'i-lucide-trash-2' },
  'delete-local': { title: 'command.chooseDeleteHere', icon: 'i-lucide-trash-2' },
  leave: { title: 'command.chooseLeave', icon: 'i-lucide-circle-slash' },
}

/** The commands of one lambda of the plan, for its menu. */
export const entryMenu = [
  [...Object.keys(sectionLooks).map((id) => `sync.show-${id}`), 'sync.openLambda'],
  Object.keys(choiceLooks).map((id) => `sync.choose-${id}`),
]
