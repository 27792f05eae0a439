import { watch } from 'vue'

/** Waits until something that the page watches is so. */
export function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(
      isSo,
      (now) => {
        if (!now) return
        queueMicrotask(() => stop())
        resolve()
      },
      { immediate: true },
    )
  })
}
