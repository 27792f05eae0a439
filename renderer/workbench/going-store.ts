import { defineStore } from 'pinia'
import { nextTick, shallowRef } from 'vue'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useHistory } from '../features/history/history-store.ts'
import { useLayout } from '../shell/layout-store.ts'

/** A place in the body of a lambda. */
export interface BodyPlace {
  readonly lambda: string
  readonly line: number
  readonly column: number
}

/** Where the user asked to go; the editor of that lambda's body goes there. */
export const useGoing = defineStore('going', () => {
  const place = shallowRef<BodyPlace>()

  async function goTo(next: BodyPlace): Promise<void> {
    const history = useHistory()
    useLayout().show('lambdas')
    useLambdas().show(next.lambda)
    if (history.shown === next.lambda) history.close()
    // The editor takes the lambda's text first.
    await nextTick()
    await nextTick()
    place.value = next
  }

  return { place, goTo }
})
