import type { z } from 'zod'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { promotionOrder } from '../../contract/models/promotion.ts'
import type { syncOrder } from '../../contract/models/sync.ts'
import { listLambdas } from '../instance/lambdas.ts'
import type { SyncPair } from './sides.ts'

/** The lambdas that an order would push, as they would be: a merged one with the text that was chosen. */
export async function pushedLambdas(
  { entries }: z.output<typeof syncOrder>,
  { workspace }: SyncPair,
): Promise<readonly Lambda[]> {
  const pushed = entries.filter(({ action }) => action === 'push' || action === 'merge')
  const lambdas = await Promise.all(
    pushed.map(async ({ slug, merged }) => {
      const lambda = slug === null ? null : await workspace.read(slug).catch(() => null)
      return lambda && { ...lambda, ...merged }
    }),
  )
  return lambdas.filter((lambda) => lambda !== null)
}

/** The lambdas that an order would promote, with the texts of the first instance. */
export async function promotedLambdas(
  { entries }: z.output<typeof promotionOrder>,
  { workspace, instance }: SyncPair,
  signal: AbortSignal,
): Promise<readonly Lambda[]> {
  const remotes = new Map((await listLambdas(instance, signal)).map(({ id, state }) => [id, state]))
  return Promise.all(
    entries.map(async ({ slug, fromId }) => ({
      ...(await workspace.read(slug)),
      ...remotes.get(fromId.toLowerCase()),
    })),
  )
}
