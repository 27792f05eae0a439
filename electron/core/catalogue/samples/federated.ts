import type { JsonObject } from '../../../contract/json.ts'
import { applicationId, tenantId } from './people.ts'

/** A user as a reconcile lambda finds it at the first login: hardly anything is set yet. */
export function newUser(email: string) {
  return { active: true, tenantId, email, data: {} } satisfies JsonObject
}

/** The same where the provider gives no e-mail address, and where no data is there yet. */
export const newPlayer = { active: true, tenantId } satisfies JsonObject

/** A registration as a reconcile lambda finds it at the first login. */
export const emptyRegistration = { applicationId, data: {}, roles: [] } satisfies JsonObject
