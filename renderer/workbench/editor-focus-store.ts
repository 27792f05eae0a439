import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Which lambda's editor is to take the focus as soon as it shows. */
export const useEditorFocus = defineStore('editorFocus', () => {
  const wanted = ref<string>()
  const want = (id: string): void => void (wanted.value = id)
  const given = (): void => void (wanted.value = undefined)
  return { wanted, want, given }
})
