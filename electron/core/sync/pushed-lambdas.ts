import type { z } from 'zod'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { promotionOrder } from '../../contract/models/promotion.ts'
import type { syncOrder } from '../../contract/models/sync-order.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { listLambdas } from '../instance/lambdas.ts'
import type { SyncPair } from './sides.ts'

/** Lambdas read at the same time: each has a file open, and one that cannot be read would not be checked. */
const atOnce = 32

/** The lambdas that an order would push, as they would be: a merged one with the text that was chosen. */
export async function pushedLambdas(
  { entries }: z.output<typeof syncOrder>,
  { workspace }: SyncPair,
): Promise<readonly Lambda[]> {
  const pushed = entries.filter(({ action }) => action === 'push' || action === 'merge')
  const lambdas = await mapInParallel(pushed, atOnce, async ({ slug, merged }) => {
    const lambda = slug === null ? null : await workspace.read(slug).catch(() => null)
    return lambda && { ...lambda, ...merged }
  })
  return lambdas.filter((lambda) => lambda !== null)
}

/** The lambdas that an order would promote, with the texts of the first instance. */
export async function promotedLambdas(
  { entries }: z.output<typeof promotionOrder>,
  { workspace, instance }: SyncPair,
  signal: AbortSignal,
): Promise<readonly Lambda[]> {
  const remotes = new Map((await listLambdas(instance, signal)).map(({ id, state }) => [id, state]))
  return mapInParallel(entries, atOnce, async ({ slug, fromId }) => ({
    ...(await workspace.read(slug)),
    ...remotes.get(fromId),
  }))
}
