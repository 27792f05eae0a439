import { watch } from 'vue'
import { useInstances } from '../features/instances/instances-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useSyncJob } from '../features/sync/sync-job-store.ts'
import { useSync } from '../features/sync/sync-store.ts'
import { useConnection } from '../shell/connection-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { onStudioEvent } from '../studio.ts'
import { readAgain } from './follow-workspace.ts'

/** Keeps the comparison with the instance in step with the choice of instance and with the workspace. */
export function followInstance(): void {
  const instances = useInstances()
  const sync = useSync()
  const jobs = useSyncJob()

  watch(
    () =>
      instances.current && `${instances.current.id}\n${instances.current.url}\n${instances.current.hasKey}`,
    () => void sync.compareWith(instances.current?.id),
    { immediate: true },
  )
  // With another key, or once the instance knows a new one, what failed may go through.
  onStudioEvent('instances.changed', () => sync.failure && sync.refreshSoon())
  watch(
    () => instances.isUsable(instances.current?.id),
    (now) => now && sync.failure && sync.refreshSoon(),
  )
  watch(
    () => useLambdas().lambdas,
    () => sync.refreshSoon(),
  )
  onStudioEvent('workspace.changed', ({ slugs }) => {
    if (slugs.length > 0) sync.refreshSoon()
  })
  onStudioEvent('workspace.opened', () => void compareAnew())
  watch(
    () => jobs.report,
    (report) => {
      const slugs = report?.results.flatMap(({ slug }) => slug ?? []) ?? []
      if (slugs.length > 0) void useFailures().attempt(() => readAgain([...new Set(slugs)], false))
    },
  )
  watch(
    () => useConnection().resumed,
    () => void instances.load(),
    { immediate: true },
  )
}

/** Another workspace may have an instance that looks the same. */
async function compareAnew(): Promise<void> {
  const instances = useInstances()
  await useSync().compareWith(undefined)
  await instances.load()
  await useSync().compareWith(instances.current?.id)
}
