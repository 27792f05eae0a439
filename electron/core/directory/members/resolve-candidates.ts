import type { Instance } from '../../instance/instance.ts'
import { usersByEmails } from '../people/users-by-emails.ts'
import type { Person } from '../rest/answers.ts'
import { usersByIds } from '../rest/users.ts'
import type { Candidate } from './check-entries.ts'

/** The users of candidates, by row; those that nobody has are left out. */
export async function resolveCandidates(
  instance: Instance,
  candidates: readonly Candidate[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Person>> {
  const ids = candidates.flatMap(({ user }) => (user.kind === 'id' ? [user.id] : []))
  const emails = candidates.flatMap(({ user }) => (user.kind === 'email' ? [user.email] : []))
  const byId = await usersByIds(instance, ids, ['memberships'], signal)
  const byEmail = await usersByEmails(instance, emails, signal)
  const found = candidates.map(({ row, user }) => {
    const person = user.kind === 'id' ? byId.get(user.id) : byEmail.get(user.email)
    return [row, person] as const
  })
  return new Map(found.flatMap(([row, person]) => (person ? [[row, person]] : [])))
}
