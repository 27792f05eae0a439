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

/** `conflict`: somebody else changed it in between, and nothing of theirs was written over. */
export type WriteOutcome = 'written' | 'conflict'

/**
 * Writes a lambda, and finds out what came of it where the answer does not say: the answer may be lost after the write
 * happened. Tries once more where nothing happened; for a change the second try is a PUT, in case the server or the
 * key does not take JSON Patch.
 * @throws InstanceError where nothing was written, or what was cannot be found out
 */
export async function writeRemote(instance: Instance, write: RemoteWrite): Promise<WriteOutcome> {
  const [first, second] = attemptsOf(write)
  const found = await attemptWrite(instance, write, first)
  if (typeof found === 'string') return found
  const again = await attemptWrite(instance, write, second)
  if (typeof again === 'string') return again
  throw again
}

/** Tries once; gives the failure where it is sure that nothing was written. */
async function attemptWrite(
  instance: Instance,
  write: RemoteWrite,
  attempt: Attempt,
): Promise<WriteOutcome | InstanceError> {
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
): Promise<WriteOutcome | null> {
  const now = await readLambda(instance, id).catch(() => {
    throw failure
  })
  if (now && revisionOf(now.state) === revisionOf(next)) return 'written'
  const isUnchanged = now ? seen !== null && revisionOf(now.state) === revisionOf(seen) : seen === null
  return isUnchanged ? null : 'conflict'
}
