import type { PlainMessageKey } from '../messages/translate.ts'

/** One of the things a user comes for; each has its place in the rail. */
export interface Activity {
  readonly id: 'lambdas'
  readonly title: PlainMessageKey
  readonly icon: string
}

export const activities: readonly Activity[] = [
  { id: 'lambdas', title: 'lambdas.title', icon: 'i-lucide-square-function' },
]
