import { defineStore } from 'pinia'
import { onScopeDispose, shallowReactive } from 'vue'
import type { PlainMessageKey } from '../messages/translate.ts'

/** The screens that have commands of their own, and what each is called. */
export const screens = {
  connection: 'screen.connection',
  eventLog: 'screen.eventLog',
  group: 'screen.group',
  history: 'screen.history',
  lambda: 'screen.lambda',
  memberRun: 'screen.memberRun',
  members: 'screen.members',
  merge: 'screen.merge',
  promotion: 'screen.promotion',
  settings: 'screen.settings',
  sync: 'screen.sync',
  tour: 'screen.tour',
  usage: 'screen.usage',
  user: 'screen.user',
} as const satisfies Readonly<Record<string, PlainMessageKey>>

export type Screen = keyof typeof screens

/** Which screens show. */
export const useScreens = defineStore('screens', () => {
  const shown = shallowReactive(new Map<Screen, number>())
  const isShown = (screen: Screen): boolean => (shown.get(screen) ?? 0) > 0

  /** Notes that a screen came; answers with what notes that it went. */
  function enter(screen: Screen): () => void {
    shown.set(screen, (shown.get(screen) ?? 0) + 1)
    return () => void shown.set(screen, (shown.get(screen) ?? 0) - 1)
  }

  return { isShown, enter }
})

/** Makes the commands of a screen apply for as long as the component lives. */
export function markScreen(screen: Screen): void {
  onScopeDispose(useScreens().enter(screen))
}
