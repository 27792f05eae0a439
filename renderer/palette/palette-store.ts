import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { PlainMessageKey } from '../messages/translate.ts'
import type { Place } from './places-store.ts'

/** What the palette finds: commands, places to go to, the problems of the open lambdas, or what a command asked for. */
export type PaletteMode = 'commands' | 'places' | 'problems' | 'choices'

/** What a command lets the user choose among. */
export interface PaletteQuestion {
  readonly title: PlainMessageKey
  readonly choices: readonly Place[]
}

/** Whether the palette shows, and what it finds. */
export const usePalette = defineStore('palette', () => {
  const mode = ref<PaletteMode>()
  const question = shallowRef<PaletteQuestion>()

  const show = (next: PaletteMode): void => void (mode.value = next)
  const close = (): void => void (mode.value = undefined)

  /** Has the user choose, for a command that needs to know more. */
  function ask(title: PlainMessageKey, choices: readonly Place[]): void {
    question.value = { title, choices }
    show('choices')
  }

  return { mode, question, show, close, ask }
})
