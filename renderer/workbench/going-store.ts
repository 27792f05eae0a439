import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useHistory } from '../features/history/history-store.ts'
import { useLayout } from '../shell/layout-store.ts'

/** A place in the body of a lambda. */
export interface BodyPlace {
  readonly lambda: string
  readonly line: number
  readonly column: number
}

/** Where the user asked to go; the editor of that lambda's body goes there, as soon as it shows. */
export const useGoing = defineStore('going', () => {
  const place = shallowRef<BodyPlace>()

  function goTo(next: BodyPlace): void {
    const history = useHistory()
    useLayout().show('lambdas')
    useLambdas().show(next.lambda)
    if (history.shown === next.lambda) history.close()
    place.value = next
  }

  /** The editor is on its way there. */
  const gone = (): void => void (place.value = undefined)

  return { place, goTo, gone }
})
