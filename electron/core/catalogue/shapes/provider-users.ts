import { oidcClaims } from './oidc-claims.ts'
import type { Shape } from './shape.ts'

/** What a provider sends where FusionAuth documents no fields. */
export const providerData: Shape = {
  name: 'ProviderData',
  needs: [],
  text: `/** What the provider sends. FusionAuth does not document the fields: print them once to see yours. */
interface ProviderData {
  [field: string]: any
}`,
}

/** Apple's id token, with the user object of a first login. */
export const appleIdToken: Shape = {
  name: 'AppleIdToken',
  needs: [oidcClaims],
  text: `/** Claims of Apple's id token. */
interface AppleIdToken extends OIDCClaims {
  /** Whether \`email\` is one of Apple's relay addresses; Apple sends a boolean or its text. */
  is_private_email?: boolean | string
  /** There at the user's first login only: keep what you need. */
  user?: {
    /** The name as the user chose to share it. */
    name?: {
      /** First name. */
      firstName?: string
      /** Last name. */
      lastName?: string
    }
  }
}`,
}

/** The answer of Facebook's Me API. */
export const facebookUser: Shape = {
  name: 'FacebookUser',
  needs: [],
  text: `/** The user at Facebook; the fields that the identity provider is set up to ask for. */
interface FacebookUser {
  /** Date of birth, \`MM/DD/YYYY\`; only a part of it where the user shares no more. */
  birthday?: string
  /** E-mail address. */
  email?: string
  /** First name. */
  first_name?: string
  /** The user at Facebook. */
  id?: string
  /** Last name. */
  last_name?: string
  /** Middle name. */
  middle_name?: string
  /** Whole name. */
  name?: string
  /** The picture. */
  picture?: {
    data?: {
      /** Whether it is only the outline of a head. */
      is_silhouette?: boolean
      /** URL of the picture. */
      url?: string
    }
  }
  /** Whatever else was asked for. */
  [field: string]: any
}`,
}

/** The answer of Google's Token Info API. */
export const googleIdToken: Shape = {
  name: 'GoogleIdToken',
  needs: [oidcClaims],
  text: `/** The answer of Google's Token Info API. */
interface GoogleIdToken extends OIDCClaims {
  /** Domain of the user's Google Workspace; missing for a personal account. */
  hd?: string
}`,
}

/** The answer of Twitter's Verify Credentials API. */
export const twitterUser: Shape = {
  name: 'TwitterUser',
  needs: [],
  text: `/** The user at Twitter. */
interface TwitterUser {
  /** E-mail address; only where the app may ask for it. */
  email?: string
  /** The user at Twitter, as a number too large for JavaScript: use \`id_str\`. */
  id?: number
  /** The user at Twitter. */
  id_str?: string
  /** Name as it is shown. */
  name?: string
  /** URL of the picture. */
  profile_image_url_https?: string
  /** Handle, without the @. */
  screen_name?: string
  /** Whatever else Twitter sends. */
  [field: string]: any
}`,
}

/** LinkedIn's two forms in one. */
export const linkedInUser: Shape = {
  name: 'LinkedInUser',
  needs: [],
  text: `/** The user at LinkedIn: the UserInfo form of newer apps, or the form of the older Me and Email APIs. */
interface LinkedInUser {
  /** E-mail address (UserInfo form). */
  email?: string
  /** Last name (UserInfo form). */
  family_name?: string
  /** First name (UserInfo form). */
  given_name?: string
  /** The user at LinkedIn (older form). */
  id?: string
  /** First name (older form). */
  localizedFirstName?: string
  /** Last name (older form). */
  localizedLastName?: string
  /** URL of the picture (UserInfo form). */
  picture?: string
  /** The picture in several sizes (older form). */
  profilePicture?: { [part: string]: any }
  /** The user at LinkedIn (UserInfo form). */
  sub?: string
  /** Whatever else LinkedIn sends. */
  [field: string]: any
}`,
}
