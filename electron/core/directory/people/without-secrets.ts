import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'

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

/** A user or registration without what must not leave the host. */
export function withoutSecrets(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) =>
      secret.has(name) ? [] : [[name, custom.has(name) ? value : cleaned(value)]],
    ),
  )
}

function cleaned(value: JsonValue): JsonValue {
  if (isJsonObject(value)) return withoutSecrets(value)
  return Array.isArray(value) ? (value as JsonValue[]).map(cleaned) : value
}
