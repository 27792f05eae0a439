import { watch } from 'vue'
import { useCases } from '../features/cases/cases-store.ts'
import { useInputs } from '../features/inputs/inputs-store.ts'
import { formatInput } from '../features/inputs/parse-input.ts'
import { useTypes } from '../features/types/types-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useActiveLambda } from './active-lambda.ts'

/** Gives the lambda that shows what it takes to be run: an input, and the list of its cases. */
export function prepareActive(): void {
  const cases = useCases()
  const inputs = useInputs()
  const types = useTypes()
  const worked = useActiveLambda()
  const { attempt } = useFailures()

  watch(
    () => [worked.lambda?.id, types.find(worked.lambda?.type ?? '')?.samples] as const,
    ([id, samples]) => {
      if (id === undefined) return
      if (types.list.length > 0) inputs.open(id, formatInput(samples?.[0]?.input ?? {}))
      if (!cases.listings.has(id)) void attempt(() => cases.load(id))
    },
    { immediate: true },
  )
}
