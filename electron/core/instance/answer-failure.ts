import type { ErrorData } from '../../contract/errors.ts'
import type { Connection } from './connection.ts'
import { readErrors, type ErrorsJson } from './errors-json.ts'
import { InstanceError } from './instance-error.ts'

/** What an answer with an error status means to the user. */
export function answerFailure(connection: Connection, status: number, body: unknown): InstanceError {
  const errors = readErrors(body)
  const { code, message, hint } = describe(connection, status, errors)
  return new InstanceError({ code, message: withoutKey(message, connection.key), hint }, status)
}

/** A server or proxy may repeat the request in what it says. */
function withoutKey(text: string, key: string | null): string {
  return key ? text.replaceAll(key, '***') : text
}

function describe(connection: Connection, status: number, errors: ErrorsJson): ErrorData {
  if (status === 401) return connection.key === null ? keyMissing : keyRefused
  if (errors.codes.includes('[TenantIdRequired]')) return tenantNeeded
  const { host } = new URL(connection.url)
  const said = errors.text ? `: ${errors.text}` : '.'
  return {
    code: `instance-answered-${status}`,
    message: `${host} answered with the status ${status}${statusWords(status)}${said}`,
    hint: hints[status] ?? (status >= 500 ? serverHint : 'Correct what the answer names and try again.'),
  }
}

function statusWords(status: number): string {
  const words: Readonly<Record<number, string>> = {
    404: ' (not found)',
    429: ' (too many requests)',
    500: ' (internal error)',
    503: ' (not available)',
    512: ' (a lambda failed)',
  }
  return words[status] ?? ''
}

const serverHint = 'The fault is on the server: its log says more. Try again later.'

const hints: Readonly<Record<number, string>> = {
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
