import type { Shape } from './shape.ts'

/** Where a request came from. */
export const eventInfo: Shape = {
  name: 'EventInfo',
  needs: [],
  text: `/** Where a request came from. Any field may be missing. */
interface EventInfo {
  /** Data that the caller of the API gave. */
  data?: { [name: string]: any }
  /** Description of the device. */
  deviceDescription?: string
  /** Name of the device. */
  deviceName?: string
  /** For example \`BROWSER\`. */
  deviceType?: string
  /** IP address. */
  ipAddress?: string
  /** Where that address is. */
  location?: {
    /** City. */
    city?: string
    /** Country. */
    country?: string
    /** City, region and country, as they are shown. */
    displayString?: string
    /** Degrees north. */
    latitude?: number
    /** Degrees east. */
    longitude?: number
    /** Region. */
    region?: string
    /** Postal code. */
    zipcode?: string
  }
  /** Operating system. */
  os?: string
  /** User-Agent header. */
  userAgent?: string
}`,
}

/** What FusionAuth finds suspicious; the list has grown from one value in 1.65 to ten in 1.69. */
export const authenticationThreat: Shape = {
  name: 'AuthenticationThreat',
  needs: [],
  text: `/** What FusionAuth found suspicious; \`ImpossibleTravel\` alone up to 1.65, the others by 1.69.0. */
type AuthenticationThreat =
  | 'BotDetected'
  | 'BlocklistedIp'
  | 'DormantAccount'
  | 'DormantPassword'
  | 'ImpossibleTravel'
  | 'RecentIdentityChange'
  | 'RecentPasswordChange'
  | 'SuspiciousUserAgent'
  | 'UnrecognizedDevice'
  | 'UntrustedDevice'`,
}
