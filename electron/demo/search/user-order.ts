import type { UserCriteria } from '../borders/user-search.ts'
import { refuseField } from '../http/refusal.ts'
import type { User } from '../world/models.ts'
import { compareKeys, type Columns, type Compare } from './order.ts'

/** The fields that the database search engine sorts by. */
const columns: Columns<User> = {
  birthDate: ({ birthDate }) => birthDate,
  email: ({ email }) => email,
  fullName: ({ fullName }) => fullName,
  id: ({ id }) => id,
  insertInstant: ({ insertInstant }) => insertInstant,
  lastLoginInstant: ({ lastLoginInstant }) => lastLoginInstant,
  login: ({ email, username }) => email ?? username,
  tenantId: ({ tenantId }) => tenantId,
  username: ({ username }) => username,
}

type SortField = NonNullable<UserCriteria['sortFields']>[number]

/** How `sortFields` orders users; undefined leaves them as they were added. */
export function userOrder(
  fields: readonly SortField[] | null | undefined,
  prefix: string,
): Compare<User> | undefined {
  const terms = (fields ?? []).map((field, index) => parseField(field, `${prefix}sortFields[${index}].name`))
  if (terms.length === 0) return undefined
  return (one, other) => terms.reduce((found, compare) => found || compare(one, other), 0)
}

function parseField({ name, order, missing }: SortField, path: string): Compare<User> {
  const column = name && Object.hasOwn(columns, name) ? columns[name] : undefined
  if (!column) refuseField(path, 'invalid', `The fields to sort by are [${Object.keys(columns).join(', ')}].`)
  const sign = order === 'desc' ? -1 : 1
  const first = missing === '_first' ? -1 : 1
  return (one, other) => {
    const [left, right] = [column(one), column(other)]
    const absent = left === undefined || right === undefined
    return compareKeys(left, right) * (absent ? first : sign)
  }
}
