import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'

/** Fields of users and registrations with which somebody could log in as them (documented under "Users"). */
const secret: ReadonlySet<string> = new Set([
  'authenticationToken',
  'encryptionScheme',
  'factor',
  'password',
  'recoveryCodes',
  'salt',
  'secret',
  'secretBase32Encoded',
  'tokens',
])

/** Where people keep data of their own: nothing there is FusionAuth's. */
const custom: ReadonlySet<string> = new Set(['data'])

/** A user or registration without what must not leave the host; the same object where nothing of that is in it. */
export function withoutSecrets(object: JsonObject): JsonObject {
  return holdsSecret(object) ? cleanedObject(object) : object
}

/** Looks first, because most hold none and to look takes a fraction of the time of a copy. */
function holdsSecret(value: JsonValue | undefined): boolean {
  if (isJsonArray(value)) return value.some(holdsSecret)
  if (!isJsonObject(value)) return false
  return Object.keys(value).some(
    (name) => secret.has(name) || (!custom.has(name) && holdsSecret(value[name])),
  )
}

function cleanedObject(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) =>
      secret.has(name) ? [] : [[name, custom.has(name) ? value : cleaned(value)]],
    ),
  )
}

function cleaned(value: JsonValue): JsonValue {
  if (isJsonObject(value)) return cleanedObject(value)
  return Array.isArray(value) ? (value as JsonValue[]).map(cleaned) : value
}
