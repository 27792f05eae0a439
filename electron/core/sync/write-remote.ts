import type { LambdaState } from '../../contract/models/sync.ts'
import { InstanceError } from '../instance/instance-error.ts'
import type { Instance } from '../instance/instance.ts'
import { createLambda, readLambda, replaceLambda, swapLambda } from '../instance/lambdas.ts'
import { revisionOf } from './state.ts'

/** One write to an instance: what is there must be as it was seen, or not be there where `seen` is null. */
export interface RemoteWrite {
  readonly id: string
  readonly seen: LambdaState | null
  readonly next: LambdaState
}

/**
 * `conflict`: somebody else changed it in between, and nothing of theirs was written over. An error: nothing was
 * written, for that reason.
 */
export type WriteOutcome = 'written' | 'conflict' | InstanceError

/**
 * Writes a lambda, and finds out what came of it where the answer does not say: the answer may be lost after the write
 * happened. Tries once more where nothing happened; for a change that was refused the second try is a PUT, in case the
 * server or the key does not take JSON Patch.
 * @throws InstanceError where it cannot be found out whether it was written
 */
export async function writeRemote(instance: Instance, write: RemoteWrite): Promise<WriteOutcome> {
  const [first, second] = attemptsOf(write)
  try {
    const found = await attemptWrite(instance, write, first)
    if (typeof found === 'string') return found
    // Where no answer came, the write may be late, and a PUT that is late would write over what others did since.
    return await attemptWrite(instance, write, found.status === null ? first : second)
  } catch (thrown) {
    if (thrown instanceof InstanceError && !thrown.isUncertain) return thrown
    throw thrown
  }
}

/** Tries once; gives the failure where it is sure that nothing was written. */
async function attemptWrite(instance: Instance, write: RemoteWrite, attempt: Attempt): Promise<WriteOutcome> {
  try {
    await attempt(instance)
    return 'written'
  } catch (thrown) {
    if (!(thrown instanceof InstanceError)) throw thrown
    return (await lookAgain(instance, write, thrown)) ?? thrown
  }
}

type Attempt = (instance: Instance) => Promise<void>

function attemptsOf({ id, seen, next }: RemoteWrite): readonly [Attempt, Attempt] {
  if (!seen) {
    const create: Attempt = (instance) => createLambda(instance, { id, state: next })
    return [create, create]
  }
  return [
    (instance) => swapLambda(instance, { id, state: next, seen }),
    (instance) => replaceLambda(instance, { id, state: next }),
  ]
}

/** Null where the instance is as it was seen. @throws the failure where that cannot be found out */
async function lookAgain(
  instance: Instance,
  { id, seen, next }: RemoteWrite,
  failure: InstanceError,
): Promise<'written' | 'conflict' | null> {
  const now = await readLambda(instance, id).catch(() => {
    throw failure
  })
  if (now && revisionOf(now.state) === revisionOf(next)) return 'written'
  const isUnchanged = now ? seen !== null && revisionOf(now.state) === revisionOf(seen) : seen === null
  return isUnchanged ? null : 'conflict'
}
