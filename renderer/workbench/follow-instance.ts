import { watch } from 'vue'
import { useInstances } from '../features/instances/instances-store.ts'
import { useSync } from '../features/sync/sync-store.ts'
import { onStudioEvent } from '../studio.ts'

const delayMs = 600

/** Keeps the comparison with the instance in step with the choice of instance and with the workspace. */
export function followInstance(): void {
  const instances = useInstances()
  const sync = useSync()
  let timer: ReturnType<typeof setTimeout> | undefined

  function compareSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void sync.refresh(), delayMs)
  }

  watch(
    () => {
      const { current } = instances
      return current?.hasKey ? `${current.id}\n${current.url}` : undefined
    },
    () => void sync.compareWith(instances.current?.id),
    { immediate: true },
  )
  onStudioEvent('workspace.changed', ({ slugs }) => {
    if (slugs.length > 0) compareSoon()
  })
  onStudioEvent('workspace.opened', () => void sync.compareWith(undefined))
  void instances.load()
}
