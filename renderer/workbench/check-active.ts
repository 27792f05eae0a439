import { watch } from 'vue'
import { useChecks } from '../features/checks/checks-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'

const delayMs = 250

/** Checks the lambda that shows: at once when it is opened, and a moment after each edit. */
export function checkActive(): void {
  const lambdas = useLambdas()
  const checks = useChecks()
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => lambdas.active && ([lambdas.active.id, lambdas.active.type, lambdas.active.body] as const),
    (now, before) => {
      clearTimeout(timer)
      if (!now) return
      const [id, type, body] = now
      const opened = before?.[0] !== id
      const isCurrent = (): boolean => lambdas.active?.id === id && lambdas.active.body === body
      timer = setTimeout(() => void checks.check(id, { type, body }, isCurrent), opened ? 0 : delayMs)
    },
    { immediate: true },
  )
}
