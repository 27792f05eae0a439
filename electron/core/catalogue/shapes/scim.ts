import { common } from './common.ts'
import type { Shape } from './shape.ts'

/** A SCIM user: RFC 7643 sections 4.1 and 4.3. */
export const scimUser: Shape = {
  name: 'SCIMUser',
  needs: [],
  text: `/** A SCIM user (RFC 7643, 4.1), with any extension under its URN. */
interface SCIMUser {
  /** Whether the user may log in. */
  active?: boolean
  /** Name as it is shown. */
  displayName?: string
  /** E-mail addresses. */
  emails?: SCIMValue[]
  /** The user's id at the SCIM client. */
  externalId?: string
  /** The user's id at FusionAuth. */
  id?: string
  /** Locale, for example \`nb-NO\`. */
  locale?: string
  /** The parts of the name. */
  name?: SCIMName
  /** Phone numbers. */
  phoneNumbers?: SCIMValue[]
  /** Pictures. */
  photos?: SCIMValue[]
  /** Language in the form of Accept-Language, for example \`nb\`. */
  preferredLanguage?: string
  /** URNs of the schemas in use. */
  schemas?: string[]
  /** IANA time zone, for example \`Europe/Oslo\`. */
  timezone?: string
  /** Job title. */
  title?: string
  /** Login name; required by SCIM. */
  userName?: string
  /** RFC 7643, 4.3; there when the client sends it. */
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'?: {
    /** Cost centre. */
    costCenter?: string
    /** Department. */
    department?: string
    /** Number that the employer gave. */
    employeeNumber?: string
    [field: string]: any
  }
  /** Another attribute, or an extension under its URN. */
  [attribute: string]: any
}

/** The parts of a name. */
interface SCIMName {
  /** Last name. */
  familyName?: string
  /** The whole name, as it is shown. */
  formatted?: string
  /** First name. */
  givenName?: string
  /** For example \`Dr.\` */
  honorificPrefix?: string
  /** For example \`III\`. */
  honorificSuffix?: string
  /** Middle name. */
  middleName?: string
}

/** One of several values of an attribute. */
interface SCIMValue {
  /** Whether it is the one to prefer. */
  primary?: boolean
  /** For example \`work\` or \`home\`. */
  type?: string
  /** The value. */
  value?: string
}`,
}

/** A SCIM group: RFC 7643 section 4.2. */
export const scimGroup: Shape = {
  name: 'SCIMGroup',
  needs: [],
  text: `/** A SCIM group (RFC 7643, 4.2), with any extension under its URN. */
interface SCIMGroup {
  /** The group's name; required by SCIM. */
  displayName?: string
  /** The group's id at the SCIM client. */
  externalId?: string
  /** The group's id at FusionAuth. */
  id?: string
  /** The members. */
  members?: SCIMMember[]
  /** URNs of the schemas in use. */
  schemas?: string[]
  /** Another attribute, or an extension under its URN. */
  [attribute: string]: any
}

/** A member of a SCIM group. */
interface SCIMMember {
  /** URI of the member. */
  $ref?: string
  /** Name as it is shown. */
  display?: string
  /** The member's id at FusionAuth. */
  value?: string
}`,
}

/** Options of a request for a group. */
export const scimGroupOptions: Shape = {
  name: 'SCIMGroupOptions',
  needs: [common],
  text: `/** How FusionAuth carries out a request for a group. */
interface SCIMGroupOptions {
  /** Ids of application roles that the group gives to its members. */
  roleIds?: UUID[]
}`,
}

/** Options of a request for a user. */
export const scimUserOptions: Shape = {
  name: 'SCIMUserOptions',
  needs: [common],
  text: `/** How FusionAuth carries out a request for a user. */
interface SCIMUserOptions {
  /** The application whose settings and e-mail templates to use. */
  applicationId?: UUID
  /** Accept an e-mail address of a domain that the tenant blocks. */
  disableDomainBlock?: boolean
  /** Send an e-mail with which the user sets a password; when a user is created. */
  sendSetPasswordEmail?: boolean
  /** Do not ask the user to verify the e-mail address; when a user is created. */
  skipVerification?: boolean
}`,
}
