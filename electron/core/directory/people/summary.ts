import type { UserSummary } from '../../../contract/models/directory-user.ts'
import type { Person } from '../rest/answers.ts'

/** What lists show of a user. */
export function summaryOf(person: Omit<Person, 'raw'>): UserSummary {
  const { id, email, username, imageUrl, active, tenantId } = person
  return { id, name: nameOf(person), email, username, imageUrl, active, tenantId }
}

function nameOf({ fullName, firstName, lastName, username, email, id }: Omit<Person, 'raw'>): string {
  const parts = [firstName, lastName].filter(Boolean).join(' ')
  return fullName?.trim() || parts || username || email || id
}
