import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts'
import { bodyOf } from '../documents/document.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useInputs } from '../features/inputs/inputs-store.ts'
import type { Lambda } from '../features/lambdas/lambda.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'

/** A lambda as it is worked on: with its body as it stands, saved or not. */
export interface WorkedLambda extends Lambda {
  readonly body: string
  /** The text of the input editor, JSON or not yet. */
  readonly input: string
}

/** The lambda that is worked on, once its body was read. */
export const useActiveLambda = defineStore('activeLambda', () => workedLambda(() => useLambdas().activeId))

/** The lambda that shows beside the active one in a split editor, once its body was read. */
export const useOtherLambda = defineStore('otherLambda', () => workedLambda(() => useLambdas().otherId))

function workedLambda(idNow: () => string | null) {
  const lambdas = useLambdas()
  const documents = useDocuments()
  const inputs = useInputs()
  const failure = ref<ErrorData>()

  const lambda = computed<WorkedLambda | undefined>(() => {
    const meant = lambdas.find(idNow() ?? '')
    const body = meant && documents.find(bodyOf(meant.id))
    return body && { ...meant, body: body.text, input: inputs.of(meant.id) }
  })

  async function load(): Promise<void> {
    failure.value = undefined
    const id = idNow()
    if (id === null) return
    try {
      await documents.open(bodyOf(id))
    } catch (thrown) {
      if (idNow() === id) failure.value = toErrorData(thrown)
    }
  }

  watch(idNow, load, { immediate: true })

  return { lambda, failure, load }
}
