import { mapInParallel } from '../../files/map-in-parallel.ts'
import type { Instance } from '../../instance/instance.ts'
import type { Person } from '../rest/answers.ts'
import { userByEmail, usersByIds } from '../rest/users.ts'
import type { Candidate } from './check-entries.ts'

/** E-mails looked up at once: FusionAuth has no request for several on every search engine. */
const lookupsAtOnce = 10

/** The users of candidates, by row; those that nobody has are left out. */
export async function resolveCandidates(
  instance: Instance,
  candidates: readonly Candidate[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Person>> {
  const ids = candidates.flatMap(({ user }) => (user.kind === 'id' ? [user.id] : []))
  const people = await usersByIds(instance, ids, ['memberships'], signal)
  const found = await mapInParallel(candidates, lookupsAtOnce, async ({ row, user }) => {
    const person = user.kind === 'id' ? people.get(user.id) : await userByEmail(instance, user.email, signal)
    return [row, person ?? null] as const
  })
  return new Map(found.flatMap(([row, person]) => (person ? [[row, person]] : [])))
}
