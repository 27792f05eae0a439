import { shallowRef, watch, type ShallowRef } from 'vue'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useActiveLambda, type WorkedLambda } from './active-lambda.ts'

/**
 * The lambda that is worked on; while the body of another one is being read, the one before, so that neither the focus
 * goes nor the editors have to be made anew.
 */
export function shownMeanwhile(): Readonly<ShallowRef<WorkedLambda | undefined>> {
  const lambdas = useLambdas()
  const worked = useActiveLambda()
  const shown = shallowRef<WorkedLambda>()

  const isBeingRead = (): boolean => lambdas.active !== undefined && worked.failure === undefined
  watch(
    [() => worked.lambda, isBeingRead, () => lambdas.lambdas],
    ([now, reading]) => {
      const isThere = shown.value !== undefined && lambdas.find(shown.value.id) !== undefined
      if (now || !reading || !isThere) shown.value = now
    },
    { immediate: true, flush: 'sync' },
  )
  return shown
}
