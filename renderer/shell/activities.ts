import type { PlainMessageKey } from '../messages/translate.ts'

export type ActivityId = 'lambdas' | 'tests' | 'groups' | 'users' | 'instances' | 'types' | 'settings'

/** One of the things a user comes for; each has its place in the rail. */
export interface Activity {
  readonly id: ActivityId
  readonly title: PlainMessageKey
  readonly icon: string
}

export const activities: readonly Activity[] = [
  { id: 'lambdas', title: 'lambdas.title', icon: 'i-lucide-square-function' },
  { id: 'tests', title: 'tests.title', icon: 'i-lucide-flask-conical' },
  { id: 'groups', title: 'groups.title', icon: 'i-lucide-users' },
  { id: 'users', title: 'users.title', icon: 'i-lucide-user-round-search' },
  { id: 'instances', title: 'instances.title', icon: 'i-lucide-server' },
  { id: 'types', title: 'types.title', icon: 'i-lucide-book-open' },
]
