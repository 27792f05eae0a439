import { common } from './common.ts'
import type { Shape } from './shape.ts'

/**
 * Claims that come from another provider.
 * Source of the names: OpenID Connect Core 1.0, section 5.1.
 */
export const oidcClaims: Shape = {
  name: 'OIDCClaims',
  needs: [common],
  text: `/** Claims about a user from another provider: the standard ones below, and any that the provider adds. */
interface OIDCClaims {
  /** The user at the provider. */
  sub?: string
  /** Date of birth, \`YYYY-MM-DD\`; \`0000-MM-DD\` without a year. */
  birthdate?: string
  /** E-mail address. */
  email?: string
  /** Whether the provider has verified the e-mail address. */
  email_verified?: boolean
  /** Last name. */
  family_name?: string
  /** First name. */
  given_name?: string
  /** Language and region, for example \`nb-NO\`. */
  locale?: string
  /** Middle name. */
  middle_name?: string
  /** Whole name, as it is shown. */
  name?: string
  /** Phone number. */
  phone_number?: string
  /** URL of a picture. */
  picture?: string
  /** The name that the user likes to go by at the provider. */
  preferred_username?: string
  /** IANA time zone, for example \`Europe/Oslo\`. */
  zoneinfo?: string
  /** Whatever else the provider sends. */
  [claim: string]: any
}`,
}
