import { refuse } from '../http/refusal.ts'
import { usersOfLambda } from './assignments.ts'
import type { Lambda } from './models.ts'
import { stampNew, stampUpdate } from './stamps.ts'
import type { World } from './world.ts'

export type LambdaFields = Pick<Lambda, 'name' | 'body' | 'debug' | 'enabled' | 'engineType'>

export function createLambda(
  world: World,
  id: string | undefined,
  fields: LambdaFields & Pick<Lambda, 'type'>,
): Lambda {
  return world.lambdas.put({ ...fields, ...stampNew(world, id) })
}

/** Replaces all but the type, which never changes. */
export function replaceLambda(world: World, existing: Lambda, fields: LambdaFields): Lambda {
  return world.lambdas.put({ ...fields, type: existing.type, ...stampUpdate(world, existing) })
}

/**
 * Deletes a lambda that nothing uses. FusionAuth says that only an unused one can be deleted and not what it
 * answers otherwise: 400 with a general error here.
 */
export function deleteLambda(world: World, lambda: Lambda): void {
  const users = usersOfLambda(world, lambda.id)
  if (users.length > 0) {
    refuse('LambdaInUse', `The lambda [${lambda.name}] cannot be deleted: it is used by ${users.join(', ')}.`)
  }
  world.lambdas.delete(lambda.id)
}
