import type { ErrorData } from '../../contract/errors.ts'
import { say, type HostText, type Unsaid, type Worded } from '../../contract/words.ts'
import type { Connection } from './connection.ts'
import { readErrors, type ErrorsJson } from './errors-json.ts'
import { InstanceError } from './instance-error.ts'

/** What an answer with an error status means to the user. */
export function answerFailure(connection: Connection, status: number, body: unknown): InstanceError {
  const errors = readErrors(body)
  return new InstanceError(describe(connection, status, withoutKey(errors, connection.key)), status)
}

/** A server or proxy may repeat the request in what it says. */
function withoutKey(errors: ErrorsJson, key: string | null): ErrorsJson {
  return key ? { ...errors, text: errors.text.replaceAll(key, '***') } : errors
}

function describe(connection: Connection, status: number, errors: ErrorsJson): Unsaid<ErrorData> {
  if (status === 401) return connection.key === null ? keyMissing : keyRefused
  if (errors.codes.includes('[TenantIdRequired]')) return tenantNeeded
  const { host } = new URL(connection.url)
  const answered = say`${String(status)}${statusWords[status] ?? ''}`
  return {
    code: `instance-answered-${status}`,
    message: errors.text
      ? say`${host} answered with the status ${answered}: ${errors.text}`
      : say`${host} answered with the status ${answered}.`,
    hint: hints[status] ?? (status >= 500 ? serverHint : 'Correct what the answer names and try again.'),
  }
}

const statusWords: Readonly<Record<number, Worded>> = {
  404: say` (not found)`,
  429: say` (too many requests)`,
  500: say` (internal error)`,
  503: say` (not available)`,
  512: say` (a lambda failed)`,
}

const serverHint: HostText = 'The fault is on the server: its log says more. Try again later.'

const hints: Readonly<Record<number, HostText>> = {
  403: 'Something before FusionAuth refuses the request, such as a proxy or firewall.',
  404: 'It was deleted there since, or belongs to another tenant.',
  429: 'Too many requests were made; wait a while and run it again, it goes on where it stopped.',
  503: 'The instance is starting, overloaded or in maintenance; try again later.',
}

export const keyMissing: ErrorData = {
  code: 'key-missing',
  message: 'There is no API key for this instance.',
  hint: 'Give one in the settings of the instance, with lambda-studio instance key, or as FUSIONAUTH_API_KEY.',
}

/** FusionAuth answers 401 without a body and does not tell the reasons apart (documented under "Authentication"). */
const keyRefused: ErrorData = {
  code: 'key-refused',
  message: 'The instance refused the API key.',
  hint:
    'The key is unknown, expired, new within the last minute, not allowed from this address, bound to a tenant, or ' +
    'without the permission for this request; probe the instance to see which.',
}

const tenantNeeded: ErrorData = {
  code: 'key-needs-tenant',
  message: 'The instance has several tenants, and the request names none.',
  hint: 'Choose the tenant in the settings of the instance, or use a key that is bound to one.',
}
