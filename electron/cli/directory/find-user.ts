import type { StudioApi } from '../../contract/api.ts'
import { StudioError } from '../../contract/errors.ts'

/**
 * The id of a user who was named by id, e-mail, username or a text that finds one alone.
 * @throws StudioError `user-not-found`, `user-ambiguous`, `instance-search-away`
 */
export async function findUserId(studio: StudioApi, instance: string, named: string): Promise<string> {
  const { users, searchAway } = await studio.users.find(instance, { text: named, numberOfResults: 50 })
  const lower = named.trim().toLowerCase()
  const exact = users.filter(({ id, email, username }) =>
    [id, email, username].some((text) => text?.toLowerCase() === lower),
  )
  const [only, ...others] = exact.length > 0 ? exact : users
  if (only && others.length === 0) return only.id
  if (searchAway && !only) throw new StudioError(searchAway)
  throw new StudioError({
    code: only ? 'user-ambiguous' : 'user-not-found',
    message: only ? `${named} may be several users.` : `There is no user ${JSON.stringify(named)}.`,
    hint: only
      ? `Name one by id: ${users
          .slice(0, 5)
          .map(({ id, name }) => `${id} (${name})`)
          .join(', ')}.`
      : 'Name one by id, e-mail or username.',
  })
}
