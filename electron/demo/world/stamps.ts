import type { Stamped } from './models.ts'
import type { World } from './world.ts'

/** The id and instants of something new. */
export function stampNew(world: World, id: string | undefined): Stamped {
  const now = world.now()
  return { id: id ?? world.newId(), insertInstant: now, lastUpdateInstant: now }
}

/** The id and instants of something that is replaced now. */
export function stampUpdate(world: World, existing: Stamped): Stamped {
  return { id: existing.id, insertInstant: existing.insertInstant, lastUpdateInstant: world.now() }
}
