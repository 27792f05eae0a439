import { StudioError, type ErrorData } from '../../../contract/errors.ts'
import type { z } from 'zod'
import type { UserPage, userQuery } from '../../../contract/models/directory-user.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance } from '../../instance/instance.ts'
import type { Person } from '../rest/answers.ts'
import { retrieveChoices } from '../rest/choices.ts'
import { searchPeople, userByEmail, userById, userByUsername, type Expansion } from '../rest/users.ts'
import { readGiven } from './given-user.ts'
import { summaryOf } from './summary.ts'

/** Where users are looked for. */
export interface UserPlace {
  readonly instance: Instance
  /** The same instance with its requests scoped to a tenant. */
  readonly within: (tenantId: string) => Instance
}

/** Finds users by a part of a name or e-mail; an id or a whole e-mail is looked up exactly. */
export async function findUsers(place: UserPlace, query: z.output<typeof userQuery>): Promise<UserPage> {
  const { instance } = place
  const { text, numberOfResults, next } = query
  const exact = next === null ? await lookUpExactly(instance, text) : null
  if (exact) return { users: [summaryOf(exact)], total: null, next: null, searchAway: null }
  const found = await searchOrAway(instance, { text, numberOfResults, next }, [])
  if ('searchAway' in found) {
    const users = text === '' ? [] : await lookUpWithoutIndex(place, text)
    return { users: users.map(summaryOf), total: null, next: null, searchAway: found.searchAway }
  }
  return {
    users: found.users.map(summaryOf),
    total: found.total,
    next: found.nextResults,
    searchAway: null,
  }
}

/** The user whose id or e-mail the text is; null where it is neither, or nobody's. */
export async function lookUpExactly(instance: Instance, text: string): Promise<Person | null> {
  const reading = readGiven(text)
  if (reading.kind === 'id') return userById(instance, reading.id)
  return reading.kind === 'email' ? ifTenantIsSure(() => userByEmail(instance, reading.email)) : null
}

/** The users with this whole e-mail or username: one, or one in each tenant where no tenant is named. */
async function lookUpWithoutIndex({ instance, within }: UserPlace, text: string): Promise<readonly Person[]> {
  const reading = readGiven(text)
  const lookUp = (where: Instance): Promise<Person | null> =>
    reading.kind === 'email' ? userByEmail(where, reading.email) : userByUsername(where, text)
  try {
    return [await lookUp(instance)].flatMap((person) => person ?? [])
  } catch (thrown) {
    if (!isTenantUnsure(thrown)) throw thrown
  }
  const { tenants } = await retrieveChoices(instance)
  const found = await mapInParallel(tenants ?? [], tenantsAtOnce, ({ id }) => lookUp(within(id)))
  return found.flatMap((person) => person ?? [])
}

const tenantsAtOnce = 10

function isTenantUnsure(thrown: unknown): boolean {
  return thrown instanceof StudioError && thrown.code === 'key-needs-tenant'
}

/** E-mails and usernames are one user's within a tenant; across several, the search has to find them. */
async function ifTenantIsSure(lookUp: () => Promise<Person | null>): Promise<Person | null> {
  try {
    return await lookUp()
  } catch (thrown) {
    if (isTenantUnsure(thrown)) return null
    throw thrown
  }
}

interface TextSearch {
  readonly text: string
  readonly numberOfResults: number
  readonly next: string | null
}

interface Found {
  readonly users: readonly Person[]
  readonly total: number
  readonly nextResults: string | null
}

/** Searches the index; tells where it is away (503) instead of failing, because ids and e-mails still work then. */
export async function searchOrAway(
  instance: Instance,
  { text, numberOfResults, next }: TextSearch,
  expand: Expansion,
): Promise<Found | { readonly searchAway: ErrorData }> {
  try {
    return await searchPeople(instance, { queryString: queryStringOf(text), numberOfResults, next }, expand)
  } catch (thrown) {
    if (isStatus(thrown, 503)) return { searchAway }
    throw thrown
  }
}

/**
 * The text as a query of the index: characters that mean something there are escaped. The database search engine
 * takes the text as it is, and a plain word is the same for both.
 */
export function queryStringOf(text: string): string {
  if (text === '') return '*'
  return text.replace(/[+\-=&|!(){}[\]^"~?:\\/]/g, '\\$&').replace(/[<>]/g, ' ')
}

export const searchAway: ErrorData = {
  code: 'instance-search-away',
  message: 'The search index of the instance is not available, so users cannot be searched by text now.',
  hint: 'An id, whole e-mail or username still finds a user; try the search again later.',
}
