import type { InstanceInfo } from '../../../electron/contract/models/instance.ts'
import { studio } from '../../studio.ts'
import { failuresOf, orderOf, type Consent } from './order.ts'
import type { ChosenEntry, Direction } from './plan-entries.ts'
import { useReview } from './review-store.ts'
import { useSyncJob } from './sync-job-store.ts'
import { useSync } from './sync-store.ts'

/** Pushes or pulls what was chosen, and compares again; what checks or cases held back comes up for review. */
export async function carryOut(
  direction: Direction,
  instance: InstanceInfo,
  chosen: readonly ChosenEntry[],
  consent: Consent,
): Promise<void> {
  const review = useReview()
  const order = orderOf(instance, chosen, consent)
  const overwrites = overwritten(direction, chosen)
  const report = await useSyncJob().start(direction, () => studio.sync.apply(order), overwrites)
  await useSync().refresh()
  review.failures = failuresOf(report)
  if (review.failures.length > 0) review.direction = 'push'
}

function overwritten(direction: Direction, chosen: readonly ChosenEntry[]): string[] {
  const side = direction === 'push' ? 'remote' : 'local'
  return chosen.flatMap(({ entry: { slug, seen } }) => (slug !== null && seen[side] !== null ? [slug] : []))
}
