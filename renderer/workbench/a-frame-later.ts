import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { WorkedLambda } from './active-lambda.ts'

/**
 * The lambda that shows, another one a frame later than it does: what stands beside its body does not hold it up, which
 * is what the user waits for. What is edited of the same one is there at once.
 */
export function aFrameLater(now: () => WorkedLambda): Readonly<ShallowRef<WorkedLambda>> {
  const later = shallowRef(now())
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function cancel(): void {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  watch(now, (next) => {
    cancel()
    if (next.id === later.value.id) later.value = next
    // The frame is drawn after this callback, and before the timer.
    else frame = requestAnimationFrame(() => (timer = setTimeout(() => (later.value = now()))))
  })
  onScopeDispose(cancel)
  return later
}
