import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import {
  fontSizes,
  nearestFontSize,
  recallSettings,
  rememberSettings,
  type EditorSettings,
} from './editor-settings.ts'

/** How the user wants every code editor to be; each part can be bound with `v-model`. */
export const useEditorSettings = defineStore('editorSettings', () => {
  const settings = shallowRef(recallSettings(localStorage))

  function change(part: Partial<EditorSettings>): void {
    settings.value = { ...settings.value, ...part }
    rememberSettings(localStorage, settings.value)
  }

  const fontSize = computed({
    get: () => settings.value.fontSize,
    set: (size) => change({ fontSize: nearestFontSize(size) }),
  })
  const minimap = computed({
    get: () => settings.value.minimap,
    set: (on) => change({ minimap: on }),
  })
  const wordWrap = computed({
    get: () => settings.value.wordWrap,
    set: (on) => change({ wordWrap: on }),
  })

  const enlarge = (by: number): void => void (fontSize.value += by)
  const resetFontSize = (): void => void (fontSize.value = fontSizes.usual)

  return { fontSize, minimap, wordWrap, enlarge, resetFontSize }
})
