import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { PushFailure } from '../../../electron/contract/models/sync-order.ts'
import type { Direction } from './plan-entries.ts'

/** What the user is asked about before it is carried out: a push or pull of what is chosen, or a promotion. */
export const useReview = defineStore('review', () => {
  const direction = ref<Direction>()
  const promoting = ref(false)
  /** What held back what was just tried. */
  const failures = shallowRef<readonly PushFailure[]>([])

  function begin(what: Direction | 'promotion'): void {
    failures.value = []
    if (what === 'promotion') promoting.value = true
    else direction.value = what
  }

  return { direction, promoting, failures, begin }
})
