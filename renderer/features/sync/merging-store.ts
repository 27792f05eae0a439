import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { Resolution } from './conflict-markers.ts'

/** What can be done with the conflict that shows, and with the whole merge. */
export interface Merging {
  readonly take: (resolution: Resolution) => void
  readonly keep: () => void
  readonly hasConflicts: () => boolean
  readonly isResolved: () => boolean
}

/** The merge that shows. */
export const useMerging = defineStore('merging', () => {
  const shown = shallowRef<Merging>()

  /** Shows a merge for as long as the component lives. */
  function show(merging: Merging): void {
    shown.value = merging
    onScopeDispose(() => {
      if (shown.value === merging) shown.value = undefined
    })
  }

  return { shown, show }
})
