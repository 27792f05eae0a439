import { common } from './common.ts'
import type { Shape } from './shape.ts'

/** The claims of a token that FusionAuth makes. */
export const jwtClaims: Shape = {
  name: 'JWTClaims',
  needs: [common],
  text: `/** Claims of a token that FusionAuth makes: those below, and any of your own. */
interface JWTClaims {
  /** How the user logged in: references to authentication methods. */
  amr?: string[]
  /** The application that the user logged in to. */
  applicationId?: UUID
  /** Audience: the client id of the application. */
  aud?: string | string[]
  /** When the user logged in, in seconds. */
  auth_time?: EpochSeconds
  /** How the user logged in, for example \`PASSWORD\` or \`GOOGLE\`. */
  authenticationType?: string
  /** The user's e-mail address. */
  email?: string
  /** Whether the user's e-mail address is verified. */
  email_verified?: boolean
  /** When the token expires, in seconds. */
  exp?: EpochSeconds
  /** The grant that the token comes from. */
  gty?: string[]
  /** When the token was issued, in seconds. */
  iat?: EpochSeconds
  /** The issuer, as the tenant names it. */
  iss?: string
  /** The token itself. */
  jti?: string
  /** The user's login name. */
  preferred_username?: string
  /** Names of the user's roles in the application. */
  roles?: string[]
  /** Scopes that were granted, separated by spaces. */
  scope?: string
  /** The session. */
  sid?: string
  /** The user, or the entity in a client credentials grant. */
  sub?: UUID
  /** The tenant. */
  tid?: UUID
  /** Kind of token, for example \`at\`. */
  tty?: string
  /** A claim of your own: any JSON value. */
  [claim: string]: any
}`,
}
