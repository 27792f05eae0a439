import type { InstanceInfo } from '../../electron/contract/models/instance.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useInstances } from '../features/instances/instances-store.ts'
import { asksFirst } from '../features/sync/asks-first.ts'
import { carryOut } from '../features/sync/carry-out.ts'
import type { ChosenEntry, Direction } from '../features/sync/plan-entries.ts'
import { useReview } from '../features/sync/review-store.ts'
import { useSyncJob } from '../features/sync/sync-job-store.ts'
import { useSync } from '../features/sync/sync-store.ts'
import { useUsages, type LambdaInUse } from '../features/usage/usage-store.ts'
import { showInstanceTab } from './show-instance-tab.ts'

/** Shows what is chosen for a push or pull, to be confirmed. */
export function reviewFirst(direction: Direction): void {
  showInstanceTab('sync')
  useReview().begin(direction)
}

/** Pushes or pulls what is chosen: at once where nothing speaks against it, else after a review. */
export async function pushOrPull(direction: Direction): Promise<void> {
  const instance = useInstances().current
  const chosen = useSync().chosenFor(direction)
  if (!instance) return
  if (await isForReview(direction, instance, chosen)) {
    if (useSync().chosenFor(direction).length > 0) reviewFirst(direction)
    return
  }
  await carryOut(direction, instance, chosen, { typed: '', override: false })
  if (useReview().direction !== undefined || useSyncJob().failure) showInstanceTab('sync')
}

async function isForReview(
  direction: Direction,
  instance: InstanceInfo,
  chosen: readonly ChosenEntry[],
): Promise<boolean> {
  const asks = (): boolean => asksFirst(direction, instance, chosen, useDocuments().unsavedSlugs)
  if (asks()) return true
  if (direction === 'pull') return false
  const used = await useReview().decide(isUsed(instance.id, chosen))
  // Meanwhile the user may have chosen otherwise, gone to another instance, or typed.
  return used || asks() || !isStillChosen(direction, instance, chosen)
}

const isStillChosen = (direction: Direction, { id }: InstanceInfo, chosen: readonly ChosenEntry[]): boolean =>
  useInstances().current?.id === id &&
  JSON.stringify(useSync().chosenFor(direction)) === JSON.stringify(chosen)

/** Who pushes what nobody uses yet breaks nobody's login. */
const isUsed = (instance: string, chosen: readonly ChosenEntry[]): Promise<boolean> =>
  useUsages().mayBeUsed(instance, knownThere(chosen))

/** The lambdas among the chosen ones that the instance has already, so that something there may use them. */
export function knownThere(chosen: readonly ChosenEntry[]): readonly LambdaInUse[] {
  return chosen.flatMap(({ entry: { name, type, seen, id } }) =>
    id !== null && seen.remote !== null ? [{ id, name, type }] : [],
  )
}
