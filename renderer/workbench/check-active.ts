import { watch } from 'vue'
import { useChecks } from '../features/checks/checks-store.ts'
import { useActiveLambda, useOtherLambda, type WorkedLambda } from './active-lambda.ts'

const delayMs = 250

/** Checks the lambdas that show: at once when they are opened, and a moment after each edit. */
export function checkActive(): void {
  checkWorked(useActiveLambda())
  checkWorked(useOtherLambda())
}

function checkWorked(worked: { readonly lambda: WorkedLambda | undefined }): void {
  const checks = useChecks()
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => worked.lambda && ([worked.lambda.id, worked.lambda.type, worked.lambda.body] as const),
    (now, before) => {
      clearTimeout(timer)
      if (!now) return
      const [id, type, body] = now
      const known = checks.of(id)
      if (known?.type === type && known.body === body) return
      const opened = before?.[0] !== id
      const isCurrent = (): boolean => worked.lambda?.id === id && worked.lambda.body === body
      timer = setTimeout(() => void checks.check(id, { type, body }, isCurrent), opened ? 0 : delayMs)
    },
    { immediate: true },
  )
}
