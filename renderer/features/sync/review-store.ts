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
  /** It is being found out whether the user is to be asked. */
  const deciding = ref(false)

  function begin(what: Direction | 'promotion'): void {
    failures.value = []
    if (what === 'promotion') promoting.value = true
    else direction.value = what
  }

  async function decide(question: Promise<boolean>): Promise<boolean> {
    deciding.value = true
    return question.finally(() => (deciding.value = false))
  }

  return { direction, promoting, failures, deciding, begin, decide }
})
