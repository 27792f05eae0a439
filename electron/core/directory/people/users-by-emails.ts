import { mapInParallel } from '../../files/map-in-parallel.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import type { Person } from '../rest/answers.ts'
import { chunksOf, idsByEmails, userByEmail, usersByIds } from '../rest/users.ts'

type People = ReadonlyMap<string, Person>

/** E-mails in one search: far below the 1024 clauses that an index takes in one query by default. */
const emailsAtOnce = 100
const searchesAtOnce = 6
const lookupsAtOnce = 10
/** So few are looked up as quickly one by one. */
const few = 2

/**
 * Users by their whole e-mails, given in lower case; those that nobody has are left out. The index is asked for many at
 * once, and each that it does not find is looked up by itself, in the database. An index that found nobody, though
 * somebody is there, is asked no further.
 */
export async function usersByEmails(
  instance: Instance,
  emails: readonly string[],
  signal?: AbortSignal,
): Promise<People> {
  if (emails.length <= few) return lookUpEach(instance, emails, signal)
  const [first = [], ...rest] = chunksOf(emails, emailsAtOnce)
  const indexed = await findInIndex(instance, first, signal)
  const others = await lookUpEach(instance, missing(first, indexed), signal)
  const isOfUse = indexed.size > 0 || others.size === 0
  const more = isOfUse
    ? await mapInParallel(rest, searchesAtOnce, (chunk) => findInIndex(instance, chunk, signal))
    : []
  const found = new Map([indexed, others, ...more].flatMap((people) => [...people]))
  const last = await lookUpEach(instance, missing(rest.flat(), found), signal)
  return new Map([...found, ...last])
}

function missing(emails: readonly string[], found: People): readonly string[] {
  return emails.filter((email) => !found.has(email))
}

/**
 * Those that the index knows, as they are in the database. Where it is away or does not take the query, it knows
 * nobody; an e-mail that several users have is left to be looked up.
 */
async function findInIndex(
  instance: Instance,
  emails: readonly string[],
  signal?: AbortSignal,
): Promise<People> {
  const ids = await idsByEmails(instance, emails, signal).catch((thrown: unknown) => {
    if (isStatus(thrown, 400, 401, 404, 405, 500, 503)) return []
    throw thrown
  })
  const people = await usersByIds(instance, ids, ['memberships'], signal)
  const byEmail = Map.groupBy(people.values(), ({ email }) => email?.toLowerCase() ?? '')
  const found = emails.map((email) => [email, byEmail.get(email) ?? []] as const)
  return new Map(
    found.flatMap(([email, [only, ...others]]) => (only && others.length === 0 ? [[email, only]] : [])),
  )
}

async function lookUpEach(
  instance: Instance,
  emails: readonly string[],
  signal?: AbortSignal,
): Promise<People> {
  const found = await mapInParallel(emails, lookupsAtOnce, async (email) => {
    const person = await userByEmail(instance, email, signal)
    return [email, person] as const
  })
  return new Map(found.flatMap(([email, person]) => (person ? [[email, person]] : [])))
}
