import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'

/** Goes to the next difference, or by -1 to the one before. */
export type GoByDifference = (by: 1 | -1) => void

/** What shows differences now; of several, the last that came is gone through. */
export const useDifferences = defineStore('differences', () => {
  const shown = shallowRef<readonly GoByDifference[]>([])

  /** Has its differences gone through for as long as the component lives. */
  function offer(go: GoByDifference): void {
    shown.value = [...shown.value, go]
    onScopeDispose(() => (shown.value = shown.value.filter((each) => each !== go)))
  }

  return { shown, offer }
})
