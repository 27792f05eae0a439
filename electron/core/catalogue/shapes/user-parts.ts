import { common } from './common.ts'
import type { Shape } from './shape.ts'

/** A user's membership of one group. */
export const groupMember: Shape = {
  name: 'GroupMember',
  needs: [common],
  text: `/** A user's membership of one group. */
interface GroupMember {
  /** Your own data about the membership. */
  data?: CustomData
  /** The group. */
  groupId?: UUID
  /** The membership itself. */
  id?: UUID
  /** When the user joined, in milliseconds. */
  insertInstant?: Instant
  /** The user. */
  userId?: UUID
}`,
}

/** The lists inside a user. */
export const userParts: Shape = {
  name: 'userParts',
  needs: [groupMember],
  text: `/** One thing that a user can log in with. Since 1.59.0. */
interface UserIdentity {
  /** The value as it is shown. */
  displayValue?: string
  /** When it was added, in milliseconds. */
  insertInstant?: Instant
  /** Last login with it, in milliseconds. */
  lastLoginInstant?: Instant
  /** Last change, in milliseconds. */
  lastUpdateInstant?: Instant
  /** Moderation state, for example \`ACTIVE\`. */
  moderationStatus?: string
  /** Whether it is the user's first one of its type. */
  primary?: boolean
  /** \`email\`, \`phoneNumber\`, \`username\` or a type of a newer version. */
  type?: string
  /** The value as FusionAuth compares it. */
  value?: string
  /** Whether the user has proved to own it. */
  verified?: boolean
  /** When it was verified, in milliseconds. */
  verifiedInstant?: Instant
  /** How it came to be verified, for example \`Completed\` or \`Import\`. */
  verifiedReason?: string
}

/** A user's second factors. */
interface TwoFactor {
  /** The methods that are set up. */
  methods?: TwoFactorMethod[]
  /** Codes for a user who lost every method. Do not log them. */
  recoveryCodes?: string[]
}

/** One second factor. */
interface TwoFactorMethod {
  /** Where e-mail codes go. */
  email?: string
  /** The method itself. */
  id?: string
  /** Whether it was used last. */
  lastUsed?: boolean
  /** \`authenticator\`, \`email\`, \`sms\` or a type of a newer version. */
  method?: string
  /** Where SMS codes go. */
  mobilePhone?: string
}`,
}
