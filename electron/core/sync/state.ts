import { createHash } from 'node:crypto'
import type { LambdaState } from '../../contract/models/sync.ts'

/** A state with the digest that stands for it: equal for equal states alone. */
export interface Versioned {
  readonly state: LambdaState
  readonly revision: string
}

export function versioned(state: LambdaState): Versioned {
  return { state: stateOf(state), revision: revisionOf(state) }
}

/** Just the parts that are kept in step. */
export function stateOf({ name, type, engineType, debug, body }: LambdaState): LambdaState {
  return { name, type, engineType, debug, body }
}

export function revisionOf({ name, type, engineType, debug, body }: LambdaState): string {
  const parts = JSON.stringify([name, type, engineType, debug, body])
  return createHash('sha256').update(parts).digest('hex').slice(0, 32)
}
