import type { JsonObject, JsonValue } from '../../../contract/json.ts'

/** Who a case input is about. */
export interface Subject {
  /** As the server answered it, without secrets. */
  readonly user: JsonObject
  /** With effective roles; null where the user is not registered for the application. */
  readonly registration: JsonObject | null
  readonly application: { readonly id: string; readonly name: string | null } | null
  readonly tenantId: string | null
  /** Names of the effective roles in the application. */
  readonly roles: readonly string[]
}

/** A text of the user; undefined where there is none. */
export function textOf({ user }: Subject, field: string): string | undefined {
  const value: JsonValue | undefined = Object.hasOwn(user, field) ? user[field] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The user's whole name, from its parts where there is no other. */
export function fullNameOf(subject: Subject): string | undefined {
  const parts = ['firstName', 'lastName'].flatMap((field) => textOf(subject, field) ?? [])
  return textOf(subject, 'fullName') ?? (parts.length > 0 ? parts.join(' ') : undefined)
}

/** What the user is called on other systems: the username, or the e-mail up to its @. */
export function handleOf(subject: Subject): string | undefined {
  return textOf(subject, 'username') ?? textOf(subject, 'email')?.split('@', 1)[0]
}
