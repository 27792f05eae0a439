import { watch } from 'vue'
import type { LambdaStorage } from './lambda-storage.ts'
import { useLambdas } from './lambdas-store.ts'

const delayMs = 300

/** Saves a moment after each change, and at once when the page goes away. */
export function keepLambdas(storage: LambdaStorage): void {
  const lambdas = useLambdas()
  let timer: ReturnType<typeof setTimeout> | undefined

  function save(): void {
    clearTimeout(timer)
    timer = undefined
    try {
      storage.save(lambdas.stored)
      lambdas.kept = true
    } catch {
      lambdas.kept = false
    }
  }

  watch(
    () => lambdas.stored,
    () => {
      clearTimeout(timer)
      timer = setTimeout(save, delayMs)
    },
  )
  window.addEventListener('pagehide', () => {
    if (timer !== undefined) save()
  })
}
