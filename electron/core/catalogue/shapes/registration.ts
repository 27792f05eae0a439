import { common } from './common.ts'
import type { Shape } from './shape.ts'

/** A user's registration for one application. */
export const registration: Shape = {
  name: 'UserRegistration',
  needs: [common],
  text: `/** A user's registration for one application. Any field may be missing. */
interface UserRegistration {
  /** The application. */
  applicationId?: UUID
  /** A token that the user may log in with instead of a password, where the application allows it. */
  authenticationToken?: string
  /** The user's id in CleanSpeak. */
  cleanSpeakId?: UUID
  /** Your own data about the user in this application. Missing in some flows: guard it. */
  data?: CustomData
  /** The registration itself. */
  id?: UUID
  /** When it was made, in milliseconds. */
  insertInstant?: Instant
  /** Last login to this application, in milliseconds. */
  lastLoginInstant?: Instant
  /** Last change, in milliseconds. */
  lastUpdateInstant?: Instant
  /** Locales in order of preference, for example \`en\` or \`fr_CA\`. */
  preferredLanguages?: string[]
  /** Names of application roles. */
  roles?: string[]
  /** IANA time zone, for example \`Europe/Oslo\`. */
  timezone?: string
  /** Tokens of identity providers, by the provider's name or id. */
  tokens?: { [provider: string]: string }
  /** The user's name in this application alone; not a login name. */
  username?: string
  /** Moderation state of \`username\`. */
  usernameStatus?: 'ACTIVE' | 'PENDING' | 'REJECTED'
  /** Whether the registration is verified. */
  verified?: boolean
  /** When it was verified, in milliseconds. */
  verifiedInstant?: Instant
}`,
}
