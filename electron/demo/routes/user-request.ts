import type { JsonValue } from '../../contract/json.ts'
import { isBlank } from '../borders/blank.ts'
import { check } from '../borders/check.ts'
import { userRequest, type UserRequest } from '../borders/user.ts'
import { Faults } from '../http/refusal.ts'
import type { User, UserProfile } from '../world/models.ts'
import type { World } from '../world/world.ts'

type Fields = NonNullable<UserRequest['user']>

/** FusionAuth's default rule for passwords. */
const shortestPassword = 8

/** Reads and checks a user to be created or, where there is an existing one, to replace it. */
export function readUserRequest(
  world: World,
  tenantId: string,
  existing: User | undefined,
  body: JsonValue | undefined,
): { profile: UserProfile; request: UserRequest } {
  const request = check(userRequest, body)
  const user = request.user ?? {}
  const faults = new Faults()
  noteNames(faults, user)
  noteDuplicates(faults, world, tenantId, existing, user)
  notePassword(faults, user, existing === undefined && request.sendSetPasswordEmail !== true)
  faults.throwIfAny()
  return { profile: profileOf(user), request }
}

/** A user is known by an e-mail address, a username or, in newer versions, a phone number. */
function noteNames(faults: Faults, { email, username, phoneNumber }: Fields): void {
  if (isBlank(email) && isBlank(username) && isBlank(phoneNumber)) {
    const message = 'A user needs an e-mail address, a username or a phone number.'
    faults.field('user.email', 'blank', message)
    faults.field('user.username', 'blank', message)
  }
  if (!isBlank(email) && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    faults.field('user.email', 'notEmail', `[${email.slice(0, 80)}] is no e-mail address.`)
  }
}

function noteDuplicates(
  faults: Faults,
  world: World,
  tenantId: string,
  existing: User | undefined,
  { email, username }: Fields,
): void {
  const byEmail = isBlank(email) ? undefined : world.users.findByEmail(tenantId, email)
  const byUsername = isBlank(username) ? undefined : world.users.findByUsername(tenantId, username)
  if (byEmail && byEmail.id !== existing?.id) {
    faults.field('user.email', 'duplicate', 'There is a user with this e-mail address already.')
  }
  if (byUsername && byUsername.id !== existing?.id) {
    faults.field('user.username', 'duplicate', 'There is a user with this username already.')
  }
}

function notePassword(faults: Faults, { password }: Fields, required: boolean): void {
  if (isBlank(password)) {
    if (required)
      faults.field('user.password', 'blank', 'A new user needs a password, or sendSetPasswordEmail.')
  } else if (password.length < shortestPassword) {
    faults.field('user.password', 'tooShort', `A password needs at least ${shortestPassword} characters.`)
  }
}

function profileOf(user: Fields): UserProfile {
  return {
    birthDate: user.birthDate ?? undefined,
    data: user.data ?? undefined,
    email: textOf(user.email),
    expiry: user.expiry ?? undefined,
    firstName: user.firstName ?? undefined,
    fullName: user.fullName ?? undefined,
    imageUrl: user.imageUrl ?? undefined,
    lastName: user.lastName ?? undefined,
    legacyIdentifier: user.legacyIdentifier ?? undefined,
    middleName: user.middleName ?? undefined,
    mobilePhone: user.mobilePhone ?? undefined,
    parentEmail: user.parentEmail ?? undefined,
    phoneNumber: user.phoneNumber ?? undefined,
    preferredLanguages: user.preferredLanguages ?? undefined,
    timezone: user.timezone ?? undefined,
    username: textOf(user.username),
  }
}

const textOf = (text: string | null | undefined): string | undefined => (isBlank(text) ? undefined : text)
