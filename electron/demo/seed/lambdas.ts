import type { Lambda } from '../world/models.ts'
import { seedLambdas } from './lambda-bodies.ts'
import { seedStamps, type Seeding } from './seeding.ts'

/** The demo's lambdas, by the keys under which its other objects name them. */
export function seedAllLambdas({ world, random }: Seeding): Map<string, Lambda> {
  return new Map(
    seedLambdas.map(({ key, name, type, body, debug = false }) => {
      const lambda = { name, type, body, debug, enabled: true, engineType: 'GraalJS' } as const
      return [key, world.lambdas.put({ ...lambda, ...seedStamps(random) })]
    }),
  )
}

/** Lambda ids in place of lambda keys. */
export function lambdaIds(
  lambdas: ReadonlyMap<string, Lambda>,
  keys: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(keys).map(([field, key]) => [field, idOf(lambdas, key)]))
}

export function idOf(objects: ReadonlyMap<string, { readonly id: string }>, key: string): string {
  const object = objects.get(key)
  if (!object) throw new RangeError(`The seed has nothing named ${key}.`)
  return object.id
}
