import { common } from './common.ts'
import { registration } from './registration.ts'
import type { Shape } from './shape.ts'
import { userParts } from './user-parts.ts'

/**
 * FusionAuth's user, as `GET /api/user` gives it.
 * `password`, `salt`, `factor` and `encryptionScheme` of the API type are left out: no lambda gets them.
 */
export const user: Shape = {
  name: 'User',
  needs: [common, registration, userParts],
  text: `/** A FusionAuth user. Any field may be missing. */
interface User {
  /** Whether the user may log in. */
  active?: boolean
  /** Date of birth, \`YYYY-MM-DD\`. */
  birthDate?: string
  /** Last check for a breached password, in milliseconds. */
  breachedPasswordLastCheckedInstant?: Instant
  /** What that check found, for example \`None\` or \`ExactMatch\`. */
  breachedPasswordStatus?: string
  /** The connector that the user logs in through. */
  connectorId?: UUID
  /** Your own data about the user. Missing in some flows: guard it. */
  data?: CustomData
  /** E-mail address; a login name. */
  email?: string
  /** When the account expires, in milliseconds. */
  expiry?: Instant
  /** First name. */
  firstName?: string
  /** Whole name, as it is shown. */
  fullName?: string
  /** The user. */
  id?: UUID
  /** What the user can log in with. Since 1.59.0. */
  identities?: UserIdentity[]
  /** URL of a picture. */
  imageUrl?: string
  /** When the user was made, in milliseconds. */
  insertInstant?: Instant
  /** Last login, in milliseconds. */
  lastLoginInstant?: Instant
  /** Last name. */
  lastName?: string
  /** Last change, in milliseconds. */
  lastUpdateInstant?: Instant
  /** The user's id in the system that it was imported from. */
  legacyIdentifier?: string
  /** Memberships of groups. */
  memberships?: GroupMember[]
  /** Middle name. */
  middleName?: string
  /** Mobile phone number, as the user wrote it. */
  mobilePhone?: string
  /** A parent's e-mail address, where consent of a parent is needed. */
  parentEmail?: string
  /** Why the password must be changed, for example \`Administrative\` or \`Expired\`. */
  passwordChangeReason?: string
  /** Whether the password must be changed at the next login. */
  passwordChangeRequired?: boolean
  /** Last change of the password, in milliseconds. */
  passwordLastUpdateInstant?: Instant
  /** Phone number in E.164 form, for example \`+4722123456\`; a login name. Since 1.59.0. */
  phoneNumber?: string
  /** Locales in order of preference, for example \`en\` or \`fr_CA\`. */
  preferredLanguages?: string[]
  /** One for each application that the user is registered for. */
  registrations?: UserRegistration[]
  /** The tenant that the user belongs to. */
  tenantId?: UUID
  /** IANA time zone, for example \`Europe/Oslo\`. */
  timezone?: string
  /** Second factors. */
  twoFactor?: TwoFactor
  /** \`username\` with the suffix that FusionAuth gave to make it unique. */
  uniqueUsername?: string
  /** A login name. */
  username?: string
  /** Moderation state of \`username\`. */
  usernameStatus?: 'ACTIVE' | 'PENDING' | 'REJECTED'
  /** Whether the e-mail address is verified. */
  verified?: boolean
  /** When it was verified, in milliseconds. */
  verifiedInstant?: Instant
}`,
}
