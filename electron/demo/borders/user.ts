import { z } from 'zod'
import { choice, each, eventInfo, part, repeated } from './configurations/parts.ts'
import { flag, integer, object, optionalId, stamps, text, texts } from './fields.ts'

const date = z.iso.date('a date as YYYY-MM-DD is needed').nullish()

/** What an answer has and a request may repeat without effect. */
const readOnly = {
  ...stamps,
  ...each(integer, 'breachedPasswordLastCheckedInstant', 'lastLoginInstant', 'passwordLastUpdateInstant'),
  ...each(optionalId, 'cleanSpeakId', 'connectorId', 'tenantId'),
  ...each(repeated, 'identities', 'memberships', 'registrations'),
  breachedPasswordStatus: choice('None', 'ExactMatch', 'SubAddressMatch', 'PasswordOnly', 'CommonPassword'),
  passwordChangeReason: choice('Administrative', 'Breached', 'Expired', 'Validation'),
  uniqueUsername: text,
  usernameStatus: choice('ACTIVE', 'PENDING', 'REJECTED'),
  verified: flag,
  verifiedInstant: integer,
}

/** Passwords are checked and forgotten: nobody logs in to the demo instance. */
const secrets = {
  encryptionScheme: text,
  factor: integer,
  password: text,
  passwordChangeRequired: flag,
  salt: text,
  twoFactor: part({ methods: repeated, recoveryCodes: texts }),
}

const user = z.strictObject({
  ...readOnly,
  ...secrets,
  active: flag,
  birthDate: date,
  data: object,
  email: text,
  expiry: integer,
  firstName: text,
  fullName: text,
  imageUrl: text,
  lastName: text,
  legacyIdentifier: text,
  middleName: text,
  mobilePhone: text,
  parentEmail: text,
  phoneNumber: text,
  preferredLanguages: texts,
  timezone: text,
  username: text,
})

export const userRequest = z.strictObject({
  user: user.nullish(),
  applicationId: optionalId,
  currentPassword: text,
  disableDomainBlock: flag,
  eventInfo,
  passwordFieldType: text,
  sendSetPasswordEmail: flag,
  sendSetPasswordIdentityType: text,
  skipVerification: flag,
  verificationIds: texts,
})
export type UserRequest = z.output<typeof userRequest>

/** What a hard delete may carry in its body instead of its URL. */
export const userDeleteRequest = z.strictObject({ hardDelete: flag, eventInfo })

/** The body of `PUT /api/user/search`, which asks for the index to be built anew. */
export const reindexRequest = z.strictObject({ index: text })
