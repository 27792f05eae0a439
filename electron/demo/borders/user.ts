import { z } from 'zod'
import { flag, ignored, integer, object, stamps, text, texts } from './fields.ts'

const date = z.iso.date('a date as YYYY-MM-DD is needed').nullish()

/** What an answer has and a request may repeat without effect. */
const readOnly = {
  ...stamps,
  breachedPasswordLastCheckedInstant: ignored,
  breachedPasswordStatus: ignored,
  cleanSpeakId: ignored,
  connectorId: ignored,
  identities: ignored,
  lastLoginInstant: ignored,
  memberships: ignored,
  passwordChangeReason: ignored,
  passwordLastUpdateInstant: ignored,
  registrations: ignored,
  tenantId: ignored,
  uniqueUsername: ignored,
  usernameStatus: ignored,
  verified: ignored,
  verifiedInstant: ignored,
}

/** Passwords are checked and forgotten: nobody logs in to the demo instance. */
const secrets = {
  encryptionScheme: text,
  factor: integer,
  password: text,
  passwordChangeRequired: flag,
  salt: text,
  twoFactor: object,
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
  applicationId: text,
  currentPassword: text,
  disableDomainBlock: flag,
  eventInfo: object,
  passwordFieldType: text,
  sendSetPasswordEmail: flag,
  sendSetPasswordIdentityType: text,
  skipVerification: flag,
  verificationIds: texts,
})
export type UserRequest = z.output<typeof userRequest>

/** What a hard delete may carry in its body instead of its URL. */
export const userDeleteRequest = z.strictObject({ hardDelete: flag, eventInfo: object })

/** The body of `PUT /api/user/search`, which asks for the index to be built anew. */
export const reindexRequest = z.strictObject({ index: text })
