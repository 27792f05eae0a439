import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What the palette finds: commands, places to go to, or the problems of the open lambdas. */
export type PaletteMode = 'commands' | 'places' | 'problems'

/** Whether the palette shows, and what it finds. */
export const usePalette = defineStore('palette', () => {
  const mode = ref<PaletteMode>()
  const show = (next: PaletteMode): void => void (mode.value = next)
  const close = (): void => void (mode.value = undefined)
  return { mode, show, close }
})
