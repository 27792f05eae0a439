import type { InstanceInfo } from '../../../electron/contract/models/instance.ts'
import type { SyncReport } from '../../../electron/contract/models/sync-order.ts'
import { studio } from '../../studio.ts'
import { orderOf, type Consent } from './order.ts'
import type { ChosenEntry, Direction } from './plan-entries.ts'
import { useSyncJob } from './sync-job-store.ts'
import { useSync } from './sync-store.ts'

/** Pushes or pulls what was chosen, and compares again; a merge that was carried out is not kept any longer. */
export async function carryOut(
  direction: Direction,
  instance: InstanceInfo,
  chosen: readonly ChosenEntry[],
  consent: Consent,
): Promise<SyncReport | undefined> {
  const order = orderOf(instance, chosen, consent)
  const report = await useSyncJob().start(direction, () => studio.sync.apply(order))
  await useSync().refresh()
  return report
}
