import type { JsonObject } from '../../../contract/json.ts'
import type { LambdaTypeInfo } from '../../../contract/models/lambda-type.ts'
import { effectiveRoles, type RoleGiver } from '../people/effective-roles.ts'
import { registrationOf } from '../people/read-user.ts'
import { withoutSecrets } from '../people/without-secrets.ts'
import type { Person } from '../rest/answers.ts'
import { maskOf } from './mask-person.ts'
import { personInput, type PersonInput } from './person-input.ts'
import type { Subject } from './subject.ts'

/** What an input is made for. */
export interface InputPurpose {
  readonly type: LambdaTypeInfo
  readonly application: Subject['application']
  /** By id; groups that are not among them give no roles. */
  readonly groups: ReadonlyMap<string, RoleGiver>
  /** The seed of the mask; null leaves personal data as it is. */
  readonly maskSeed: number | null
}

/** An input made from a user, masked where that is asked for, and the user as the input shows it. */
export interface InputOfUser extends PersonInput {
  readonly user: JsonObject
}

export function inputOfUser(person: Person, purpose: InputPurpose): InputOfUser {
  const subject = subjectOf(person, purpose)
  const made = personInput(purpose.type, subject)
  if (purpose.maskSeed === null) return { ...made, user: subject.user }
  const mask = maskOf(subject.user, purpose.maskSeed)
  return { ...made, input: mask(made.input) as JsonObject, user: mask(subject.user) as JsonObject }
}

function subjectOf(person: Person, { application, groups }: InputPurpose): Subject {
  const registration = application && registrationOf(person, application.id)
  const own = effectiveRoles(person, groups).find(({ applicationId }) => applicationId === application?.id)
  const roles = (own?.roles ?? []).map(({ name }) => name)
  return {
    user: withoutSecrets(person.raw),
    registration: registration && { ...registration, roles },
    application,
    tenantId: person.tenantId,
    roles,
  }
}
