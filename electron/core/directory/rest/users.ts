import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import { userAnswer, usersAnswer, type Person } from './answers.ts'

/** Ids in one request: FusionAuth documents no bound, and this many keep answers small. */
export const idsAtOnce = 100
/** Requests under way at once for one list of ids. */
const atOnce = 6

/** What of a user is wanted beyond the user (since 1.48.0; servers before it always answer both). */
export type Expansion = readonly ('registrations' | 'memberships')[]

/**
 * Users by their ids, from the database; ids that nobody has are left out. Where the search is away or not for this key,
 * each user is asked for alone.
 */
export async function usersByIds(
  instance: Instance,
  ids: readonly string[],
  expand: Expansion,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Person>> {
  const found = await mapInParallel(chunksOf(ids, idsAtOnce), atOnce, async (chunk) => {
    try {
      const request = { search: { ids: chunk }, expand }
      const make: Lookup = (client) => client.searchUsersByQuery(request as never)
      return (await instance.call(usersAnswer, make, { signal })).users
    } catch (thrown) {
      if (!isStatus(thrown, 401, 503)) throw thrown
      return usersOneByOne(instance, chunk, signal)
    }
  })
  return new Map(found.flat().map((user) => [user.id, user]))
}

async function usersOneByOne(
  instance: Instance,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Person[]> {
  const found = await mapInParallel(ids, atOnce, (id) => userById(instance, id, signal))
  return found.flatMap((person) => person ?? [])
}

/**
 * The ids that the search index has for whole e-mails, in one request. Who is not among them may exist all the same,
 * and who is may have another e-mail by now: an index lags behind, and the database search engine knows no fields.
 */
export async function idsByEmails(
  instance: Instance,
  emails: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const queryString = emails.map((email) => `email:"${email.replace(/["\\]/g, '\\$&')}"`).join(' OR ')
  const request = { search: { queryString, numberOfResults: 2 * emails.length }, expand: [] }
  const { users } = await instance.call(
    usersAnswer,
    (client) => client.searchUsersByQuery(request as never),
    { signal },
  )
  return users.map(({ id }) => id)
}

/** Cuts a list into pieces of at most `size`. */
export function chunksOf<T>(list: readonly T[], size: number): readonly T[][] {
  const count = Math.ceil(list.length / size)
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size))
}

/** One answer of the search by text. */
export interface FoundPeople {
  readonly users: readonly Person[]
  readonly total: number
  readonly nextResults: string | null
}

/** Searches the index by text; `next` is the cursor of an earlier answer. */
export async function searchPeople(
  instance: Instance,
  search: { readonly queryString: string; readonly numberOfResults: number; readonly next: string | null },
  expand: Expansion,
): Promise<FoundPeople> {
  const { queryString, numberOfResults, next } = search
  const criteria = next === null ? { queryString, numberOfResults } : { nextResults: next, numberOfResults }
  const request = { search: criteria, expand }
  const answer = await instance.call(usersAnswer, (client) => client.searchUsersByQuery(request as never))
  return {
    users: answer.users,
    total: answer.total ?? answer.users.length,
    nextResults: answer.nextResults ?? null,
  }
}

type Lookup = (client: FusionAuthClient) => Promise<{ readonly response: unknown }>

export function userById(instance: Instance, id: string, signal?: AbortSignal): Promise<Person | null> {
  return lookUp(instance, (client) => client.retrieveUser(id), signal)
}

export function userByEmail(instance: Instance, email: string, signal?: AbortSignal): Promise<Person | null> {
  return lookUp(instance, (client) => client.retrieveUserByEmail(email), signal)
}

export function userByUsername(instance: Instance, name: string): Promise<Person | null> {
  return lookUp(instance, (client) => client.retrieveUserByUsername(name))
}

/** From the database; null where there is none. */
async function lookUp(instance: Instance, make: Lookup, signal?: AbortSignal): Promise<Person | null> {
  try {
    return (await instance.call(userAnswer, make, { signal })).user
  } catch (thrown) {
    if (isStatus(thrown, 404)) return null
    throw thrown
  }
}
