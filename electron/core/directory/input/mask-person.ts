import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'
import { maskValue } from './mask-value.ts'

/** Masks values that are about one person. */
export type Mask = (value: JsonValue) => JsonValue

/** Fields of FusionAuth's users whose values tell who somebody is. */
const personalFields: readonly string[] = [
  'id',
  'birthDate',
  'email',
  'firstName',
  'fullName',
  'imageUrl',
  'lastName',
  'legacyIdentifier',
  'middleName',
  'mobilePhone',
  'parentEmail',
  'phoneNumber',
  'uniqueUsername',
  'username',
]

/** Names of claims and of data that hold what tells who somebody is, in whatever spelling. */
const personalKey =
  /^(?:birth_?date|dob|date_?of_?birth|e?_?mail|(?:given|family|first|last|middle|full|display|nick|user|screen|maiden|sur)_?name|phone|(?:mobile|phone|fax)(?:_?(?:phone|number))?|street|address|address_?line_?\d?|zip_?code|zip|postal_?code|post_?code|iban|ssn|passport|tax_?id|ip_?address|employee_?(?:id|number)|customer_?(?:id|number))$/i
const emailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
/** Shorter texts occur in others by chance. */
const shortestPart = 3

/**
 * A mask for all that is said of a user: values of the user's own fields wherever they occur, also inside of texts,
 * e-mail addresses, and values under names such as `phone`. The same value becomes the same for every user.
 */
export function maskOf(user: JsonObject, seed: number): Mask {
  const known = knownValues(user)
  const parts = [...known]
    .filter((value) => value.length >= shortestPart)
    .sort((one, other) => other.length - one.length)
  const pattern =
    parts.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const masks = new Map<string, string>()
  const mask = (value: string): string => {
    const masked = masks.get(value) ?? maskValue(value, seed)
    masks.set(value, masked)
    return masked
  }
  const text = (value: string, isPersonal: boolean): string => {
    if (isPersonal || known.has(value) || emailAddress.test(value)) return mask(value)
    return pattern ? value.replace(pattern, mask) : value
  }
  return (value) => masked(value, { text, isPersonal: false, isData: false })
}

interface MaskWalk {
  readonly text: (value: string, isPersonal: boolean) => string
  readonly isPersonal: boolean
  /** Below somebody's own data, where a `name` is more likely a person's than a thing's. */
  readonly isData: boolean
}

function masked(value: JsonValue, walk: MaskWalk): JsonValue {
  const { text, isPersonal, isData } = walk
  if (typeof value === 'string') return text(value, isPersonal)
  if (typeof value === 'number') return isPersonal ? Number(text(String(value), true)) || 0 : value
  if (Array.isArray(value)) return (value as JsonValue[]).map((item) => masked(item, walk))
  if (!isJsonObject(value)) return value
  const below = (key: string): MaskWalk => ({
    text,
    isPersonal: personalKey.test(key) || (isData && key.toLowerCase() === 'name'),
    isData: isData || key === 'data',
  })
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [text(key, false), masked(item, below(key))]),
  )
}

/** What the user's own fields hold, e-mails also up to their @: of the user, login names, registrations, memberships. */
function knownValues(user: JsonObject): ReadonlySet<string> {
  const own = textsOf(user, personalFields)
  const identities = listOf(user, 'identities').flatMap((identity) =>
    textsOf(identity, ['value', 'displayValue']),
  )
  const registrations = listOf(user, 'registrations').flatMap((each) => textsOf(each, ['id', 'username']))
  const memberships = listOf(user, 'memberships').flatMap((membership) => textsOf(membership, ['id']))
  const locals = [...own, ...identities].flatMap((value) => /^([^\s@]+)@[^\s@]+$/.exec(value)?.[1] ?? [])
  return new Set([...own, ...identities, ...locals, ...registrations, ...memberships])
}

function textsOf(object: JsonObject, fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => {
    const value = Object.hasOwn(object, field) ? object[field] : undefined
    return typeof value === 'string' && value !== '' ? [value] : []
  })
}

function listOf(object: JsonObject, field: string): readonly JsonObject[] {
  const value = Object.hasOwn(object, field) ? object[field] : undefined
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
