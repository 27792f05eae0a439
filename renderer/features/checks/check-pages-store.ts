import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { checkIndex, loadCheckPage } from './check-pages.ts'
import type { CheckPage } from './read-page.ts'

/** The page of a code that shows in its dialog. */
export const useCheckPages = defineStore('check-pages', () => {
  const isOpen = ref(false)
  const code = ref(checkIndex)
  const page = shallowRef<CheckPage>()

  /** Shows the page of a code, or the list of all. */
  async function show(wanted = checkIndex): Promise<void> {
    page.value = await loadCheckPage(wanted)
    code.value = wanted
    isOpen.value = true
  }

  return { isOpen, code, page, show }
})
