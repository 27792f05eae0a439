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

/** The lambda that shows, once its body was read. */
export const useActiveLambda = defineStore('activeLambda', () => {
  const lambdas = useLambdas()
  const documents = useDocuments()
  const inputs = useInputs()
  const failure = ref<ErrorData>()

  const lambda = computed<WorkedLambda | undefined>(() => {
    const active = lambdas.active
    const body = active && documents.find(bodyOf(active.id))
    return body && { ...active, body: body.text, input: inputs.of(active.id) }
  })

  async function load(): Promise<void> {
    failure.value = undefined
    const id = lambdas.activeId
    if (id === null) return
    try {
      await documents.open(bodyOf(id))
    } catch (thrown) {
      if (lambdas.activeId === id) failure.value = toErrorData(thrown)
    }
  }

  watch(() => lambdas.activeId, load, { immediate: true })

  return { lambda, failure, load }
})
