import type { World } from '../world/world.ts'
import type { Stamped } from '../world/models.ts'
import type { Random } from './random.ts'

/** What the steps of seeding share. */
export interface Seeding {
  readonly world: World
  readonly random: Random
}

/** When the demo's world began: fixed, so that the same seed gives the same instants. */
const beginning = Date.UTC(2024, 0, 8, 9)
const days = 700
const day = 24 * 60 * 60 * 1000

/** An instant of a working day in the world's first two years. */
export function seedInstant(random: Random): number {
  return beginning + random.below(days) * day + random.below(8 * 60 * 60 * 1000)
}

/** When one of many users came: one after the other, so that their order is that of their instants. */
export function joinedAt(index: number, count: number): number {
  return beginning + Math.floor((index / count) * days * day)
}

export function seedStamps(random: Random): Stamped {
  const insertInstant = seedInstant(random)
  return { id: random.uuid(), insertInstant, lastUpdateInstant: insertInstant + random.below(30 * day) }
}
