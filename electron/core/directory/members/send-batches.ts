import { StudioError, toErrorData, type ErrorData } from '../../../contract/errors.ts'
import { messageOf, said, say } from '../../../contract/words.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import { InstanceError, isStatus } from '../../instance/instance-error.ts'
import { chunksOf } from '../rest/users.ts'
import type { Ending } from './ledger.ts'

/** Members in one request that changes them, and such requests under way at once: the studio's own bounds. */
const batchSize = 500
const atOnce = 4

/** A change that is sent in batches, each of which the server carries out whole or not at all. */
export interface BatchedChange<Item> {
  readonly items: readonly Item[]
  /** All items belong into one request, which is not cut into smaller ones. */
  readonly indivisible?: boolean
  /** Whether the job was cancelled or stopped, so that nothing more is to be begun. */
  isOver(): boolean
  /** Sends a batch; gives how each item ended. */
  send(items: readonly Item[]): Promise<(item: Item) => Ending>
  /** After a refusal: ends items that are to blame, and gives the others; where left out, halves are tried at once. */
  sift?(items: readonly Item[]): Promise<readonly Item[]>
  /** Finds out afterwards how each item stands: its ending where the change is in effect, null where it is not. */
  verify(items: readonly Item[]): Promise<(item: Item) => Ending | null>
  /** Fails where nothing of this kind can succeed any more, such as when the group is gone. */
  assertPossible(): Promise<void>
  end(item: Item, ending: Ending): void
  /** Called with what makes it useless to go on. */
  stop(error: ErrorData): void
}

/** Carries out a change; each item ends once, except those that a stop or cancel keeps from being tried. */
export async function sendBatches<Item>(change: BatchedChange<Item>): Promise<void> {
  const size = change.indivisible ? Math.max(1, change.items.length) : batchSize
  await mapInParallel(chunksOf(change.items, size), atOnce, (batch) => sendBatch(change, batch))
}

async function sendBatch<Item>(
  change: BatchedChange<Item>,
  batch: readonly Item[],
  isSifted = false,
): Promise<void> {
  if (change.isOver() || batch.length === 0) return
  try {
    const endingOf = await change.send(batch)
    for (const item of batch) change.end(item, endingOf(item))
  } catch (thrown) {
    await afterFailure(change, { batch, isSifted }, thrown)
  }
}

interface SentBatch<Item> {
  readonly batch: readonly Item[]
  readonly isSifted: boolean
}

async function afterFailure<Item>(
  change: BatchedChange<Item>,
  sent: SentBatch<Item>,
  thrown: unknown,
): Promise<void> {
  if (!(thrown instanceof StudioError)) throw thrown
  const { batch } = sent
  if (isStatus(thrown, 400, 404)) return afterRefusal(change, sent, thrown)
  const isCancelled = thrown.code === 'cancelled'
  const mayBeDone = isCancelled || (thrown instanceof InstanceError && thrown.isUncertain)
  if (mayBeDone) await tellVerified(change, batch, thrown)
  else for (const item of batch) change.end(item, failure(thrown))
  if (!isCancelled) change.stop(toErrorData(thrown))
}

/** The server did nothing of a batch that it refused: halves show which items are to blame. */
async function afterRefusal<Item>(
  change: BatchedChange<Item>,
  { batch, isSifted }: SentBatch<Item>,
  thrown: StudioError,
): Promise<void> {
  const rest = await siftedBatch(change, batch, isSifted)
  if (!rest) return
  if (rest.length < batch.length) return sendBatch(change, rest, true)
  if (batch.length === 1 || change.indivisible) return tellVerified(change, batch, thrown)
  const middle = Math.ceil(batch.length / 2)
  await sendBatch(change, batch.slice(0, middle), true)
  await sendBatch(change, batch.slice(middle), true)
}

/** What may be sent again; null where nothing can be, and all have ended. */
async function siftedBatch<Item>(
  change: BatchedChange<Item>,
  batch: readonly Item[],
  isSifted: boolean,
): Promise<readonly Item[] | null> {
  try {
    await change.assertPossible()
    return isSifted || !change.sift ? batch : await change.sift(batch)
  } catch (thrown) {
    if (!(thrown instanceof StudioError)) throw thrown
    for (const item of batch)
      change.end(item, thrown.code === 'cancelled' ? cancelledEnding : failure(thrown))
    if (thrown.code !== 'cancelled') change.stop(toErrorData(thrown))
    return null
  }
}

/** Looks what is in effect, so that a lost answer is not told as a failure, nor the other way round. */
async function tellVerified<Item>(
  change: BatchedChange<Item>,
  batch: readonly Item[],
  thrown: StudioError,
): Promise<void> {
  const standing = await change.verify(batch).catch((reason: unknown) => {
    if (reason instanceof StudioError) return null
    throw reason
  })
  for (const item of batch) {
    if (!standing) change.end(item, uncertain(thrown))
    else change.end(item, standing(item) ?? notDone(thrown))
  }
}

function notDone(thrown: StudioError): Ending {
  if (thrown.code === 'cancelled') return cancelledEnding
  return failure(thrown)
}

function failure(thrown: StudioError): Ending {
  return said<Ending>({ outcome: 'failed', code: thrown.code, message: messageOf(thrown) })
}

function uncertain(thrown: StudioError): Ending {
  return said<Ending>({
    outcome: 'failed',
    code: 'uncertain',
    message: say`It is not known whether this was done, because neither the answer nor the group could be read: ${messageOf(thrown)}`,
  })
}

export const cancelledEnding: Ending = {
  outcome: 'skipped',
  code: 'cancelled',
  message: 'The job was cancelled before this was done.',
}

/** For what was not tried because of a failure before. */
export function stoppedEnding(failed: ErrorData): Ending {
  const message = say`Not tried after a failure: ${messageOf(failed)}`
  return said<Ending>({ outcome: 'skipped', code: 'stopped', message })
}
